import type { followEn } from '@/lib/shared/messages/en/follow'

/** After a lost answer: the user looked, and the task is there. In Simplified Chinese. */
export const followZh: typeof followEn = {
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
}
