import type { followEn } from '@/lib/shared/messages/en/follow'

/** What to do about a failure. In Simplified Chinese. */
export const followZh: typeof followEn = {
  found: '已找到任务',
  label: '任务 ID',
  hint: '找到任务了？请粘贴任务 ID。',
  button: '跟踪任务',
  correct: {
    open: '任务 ID 有误？',
    hint: '该任务 ID 为手动填写，如有误请更正。',
    button: '更正',
  },
  unreadable: '请填写 1 到 200 个字符的任务 ID，可从控制台复制。',
  done: '已开始跟踪该任务。',
  again: '重新查找',
  topUp: '去充值',
}
