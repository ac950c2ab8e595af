import type { compareEn } from '@/lib/shared/messages/en/compare'

/** Picking videos to compare, in Simplified Chinese. */
export const compareZh: typeof compareEn = {
  check: '对比',
  chosenMany: (count) => `已选 ${count} 个视频，最多可并排对比四个。`,
  begin: '开始对比',
  chosen: (prompt) => `请再选一个视频，与“${prompt}”对比`,
  cancel: '取消',
}
