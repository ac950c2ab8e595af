import type { cardMenuEn } from '@/lib/shared/messages/en/card-menu'

/** The menu of a card, in Simplified Chinese. */
export const cardMenuZh: typeof cardMenuEn = {
  runAgain: '再次生成',
  keepSeed: '锁定该种子',
  page: '查看详情',
  copyPrompt: '复制提示词',
  copied: '提示词已复制。',
  notCopied: '浏览器不允许自动复制，请在详情页手动复制。',
  shared: '已与团队共享。',
  unshared: '已停止与团队共享。',
  notShared: (why) => `共享设置未更改。${why}`,
  share: '与团队共享',
  confirmShare: {
    title: '与团队共享这个视频？',
    text: '团队成员可以看到视频、提示词、图片和标签，也可以复制图片来生成自己的视频。停止共享后，他们将无法再查看，但已复制的图片和已生成的视频会保留。',
    yes: '共享',
  },
  unshare: '停止共享',
  lastFrame: '下载尾帧',
  select: '选择',
  tags: '标签',
  remove: '删除',
}
