import type { deedsEn } from './deeds-en'

/** What is said when something has been done with a film, in Simplified Chinese. */
export const deedsZh: typeof deedsEn = {
  notices: '通知',
  dismiss: '关闭',
  undo: '撤销',
  notStarred: (why) => `收藏状态没有改变。${why}`,
  putBack: '恢复原来的内容',
  continued: '表单将从这部影片的尾帧接着做。',
  noLastFrame: '无法取得影片的尾帧。请检查网络连接，播放影片看看是否完整，然后重试。',
  noPhotos: '无法取得这个视频的图片。可能已停止共享；如果不是，请检查网络连接后重试。',
  gone: '这部影片已经不在了。',
  compare: {
    chosen: (prompt) => `请再选一部影片来对比：${prompt}`,
    cancel: '不对比了',
  },
}
