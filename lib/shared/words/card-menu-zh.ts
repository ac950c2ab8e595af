import type { cardMenuEn } from './card-menu-en'

/** The menu of a card, in Simplified Chinese. */
export const cardMenuZh: typeof cardMenuEn = {
  page: '打开影片页面',
  copyPrompt: '复制提示词',
  copied: '提示词已复制。',
  notCopied: '浏览器不允许自动复制，请打开影片页面后手动复制。',
  shared: '团队现在可以看到这部影片。',
  unshared: '团队不能再看到这部影片。',
  notShared: (why) => `共享状态没有改变。${why}`,
  share: '与团队共享',
  askShare: {
    title: '要与团队共享这个视频吗？',
    text: '团队成员可以看到这个视频、提示词和图片，也可以复制这些图片来制作自己的视频。停止共享后，他们将无法再看到这些内容，但已经复制的图片和已做好的视频会保留。',
    yes: '共享',
  },
  unshare: '停止共享',
  star: '收藏',
  unstar: '取消收藏',
  lastFrame: '下载尾帧',
  fullScreen: '全屏播放',
  compare: '对比',
  remove: '删除',
}
