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
  alteredFrame:
    '浏览器的防指纹追踪功能会改动从视频截取的画面。请对本站关闭该功能后重试，或在下次生成时开启“保存尾帧”。',
  noPhotos: '无法获取该视频的图片。可能已停止共享；如果仍在共享，请检查网络后重试。',
  gone: '该视频已不存在。',
  compare: {
    check: '对比',
    chosenMany: (count) => `已选 ${count} 个视频，最多可并排对比四个。`,
    begin: '开始对比',
    chosen: (prompt) => `请再选一个视频，与“${prompt}”对比`,
    cancel: '取消',
  },
}
