import type { decisionsEn } from './decisions-en'

/** What is left to a person to decide about a film, in Simplified Chinese. */
export const decisionsZh: typeof decisionsEn = {
  no: '取消',
  silent: '没有收到答复，请检查网络连接后重试。',
  says: (detail) => `服务返回的说明：${detail}`,
  saysBesides: (what, detail) => `${what}。服务返回的说明：${detail}`,
  follow: {
    label: '任务 ID',
    hint: '如果在那里找到了任务，请填写任务 ID，系统会继续跟踪。',
    button: '跟踪任务',
    correct: {
      hint: '该任务 ID 是手动填写的。如果填错了，请填写正确的 ID。',
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
    failed: (why) => `未能删除，内容仍然保留。${why}`,
  },
}
