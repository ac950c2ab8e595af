import type { actionsEn } from '@/lib/shared/messages/en/actions'

/** Toasts after an action on a generation, in Simplified Chinese. */
export const actionsZh: typeof actionsEn = {
  toasts: '通知',
  dismiss: '关闭',
  undo: '撤销',
  notStarred: (why) => `收藏状态未更改。${why}`,
  putBack: '撤销',
  seedKept: (seed) => `提示词、图片和设置已填回表单，并锁定种子 ${seed}。`,
  continued: '已将该视频的尾帧设为首帧。',
  noLastFrame: '无法获取视频的尾帧。请检查网络，并确认视频能完整播放，然后重试。',
  noPhotos: '无法获取该视频的图片。可能已停止共享；如果仍在共享，请检查网络后重试。',
  gone: '该视频已不存在。',
}
