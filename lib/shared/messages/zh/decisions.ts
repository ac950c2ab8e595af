import type { decisionsEn } from '@/lib/shared/messages/en/decisions'

/** Decisions that a generation leaves to the user, in Simplified Chinese. */
export const decisionsZh: typeof decisionsEn = {
  no: '取消',
  networkError: '服务器无响应，请检查网络后重试。',
  says: (detail) => `服务器返回：${detail}`,
  saysBesides: (what, detail) => `${what}。服务器返回：${detail}`,
  follow: {
    label: '任务 ID',
    hint: '找到任务了？请粘贴任务 ID。',
    button: '跟踪任务',
    correct: {
      hint: '该任务 ID 为手动填写，如有误请更正。',
      button: '更正',
    },
    unreadable: '请填写 1 到 200 个字符的任务 ID，可从控制台复制。',
    done: '已开始跟踪该任务。',
    again: '重新查找',
  },
  sendAgain: '重新发送',
  remove: {
    button: '删除',
    done: '已删除。',
    failed: (why) => `删除失败。${why}`,
  },
}
