import type { advancedEn } from '@/lib/shared/messages/en/advanced'

/** The content of Advanced, in Simplified Chinese. */
export const advancedZh: typeof advancedEn = {
  lockSeed: '锁定种子',
  reset: '恢复默认设置',
  resetDone: '已恢复默认设置。',
  expiresOwn: '默认',
  hints: {
    seed: '使用相同种子可生成相近的视频。留空则每次随机，锁定后可保留。',
    fps: '该模型固定输出 24 帧/秒。',
    return_last_frame: '同时保存最后一帧图片，方便续写。',
    websearch: '允许模型先联网查找资料。',
    execution_expires_after: '超过该时间仍未完成，服务商将放弃任务。',
  },
}
