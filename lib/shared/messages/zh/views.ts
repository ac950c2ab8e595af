import type { viewsEn } from '@/lib/shared/messages/en/views'

/** The gallery’s filters and search, in Simplified Chinese. */
export const viewsZh: typeof viewsEn = {
  label: '筛选视频',
  shows: { all: '全部', making: '生成中', done: '已完成', failed: '失败', starred: '已收藏', team: '共享' },
  search: '搜索提示词',
  clear: '清空搜索',
  allFailed: '查看全部失败视频',
  found: (count) => `${count} 个视频。`,
  foundMany: (count) => `最新的 ${count} 个视频，下方还有更多。`,
  broken: '与服务器的连接已断开。视频都在，正在重新连接…',
  signedOut: '您已退出登录。视频都在。',
  signIn: '登录',
  connected: '连接已恢复。',
}
