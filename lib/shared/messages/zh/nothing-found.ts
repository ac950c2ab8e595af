import type { nothingFoundEn } from '@/lib/shared/messages/en/nothing-found'

/** The empty state of a filtered view, in Simplified Chinese. */
export const nothingFoundZh: typeof nothingFoundEn = {
  none: {
    all: '还没有视频。',
    making: '没有正在生成的视频。',
    done: '还没有完成的视频。',
    failed: '没有失败的视频。',
    starred: '还没有收藏的视频。',
    team: '还没有共享的视频。',
  },
  noMatch: (text) => `没有包含“${text}”的提示词。`,
  noTag: (tag) => `没有带有标签“${tag}”的视频。`,
  noneYet: '已加载的视频中没有匹配项，网络恢复后会继续查找。',
  showAll: '显示全部视频',
}
