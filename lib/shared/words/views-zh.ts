import type { viewsEn } from './views-en'

/** What of the films is shown, and finding one, in Simplified Chinese. */
export const viewsZh: typeof viewsEn = {
  label: '显示哪些影片',
  shows: { all: '全部', making: '制作中', done: '已完成', failed: '失败', starred: '已收藏', team: '团队' },
  search: '搜索提示词',
  none: {
    all: '还没有影片。',
    making: '现在没有正在制作的影片。',
    done: '还没有完成的影片。',
    failed: '没有失败的影片。',
    starred: '还没有收藏影片。',
    team: '还没有其他人共享影片。',
  },
  noMatch: (text) => `这里没有包含“${text}”的提示词。`,
  noneYet: '已加载的影片中没有符合的，连接恢复后会继续查找。',
  showAll: '显示全部影片',
  found: (count) => `${count} 部影片。`,
  foundMany: (count) => `最新的 ${count} 部影片，下面还有更多。`,
  broken: '与服务的连接中断。影片都还在，正在自动重试。',
  connected: '连接已恢复。',
}
