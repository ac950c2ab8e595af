import type { decisionsEn } from '@/lib/shared/messages/en/decisions'

/** Decisions that a generation leaves to the user, in Simplified Chinese. */
export const decisionsZh: typeof decisionsEn = {
  no: '取消',
  networkError: '服务器无响应，请检查网络后重试。',
  says: (detail) => `服务器返回：${detail}`,
  saysBesides: (what, detail) => `${what}。服务器返回：${detail}`,
  sendAgain: '重新发送',
  remove: {
    button: '删除',
    done: '已删除。',
    failed: (why) => `删除失败。${why}`,
  },
}
