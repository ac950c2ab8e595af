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
    unreadable: '任务 ID 只包含字母、数字、点、连字符和下划线，请从控制台复制。',
    already: '这里已有另一部影片使用该任务 ID，请填写缺少的那一个。',
    done: '已开始跟踪该任务。',
  },
  sendAgain: {
    title: '要重新发送吗？',
    text: '第一次提交可能已经创建任务并计费，重新发送可能会重复付费。再次发送之前，请先到服务商控制台查看。',
    yes: '重新发送',
  },
  remove: {
    button: '删除',
    done: '已删除。',
    failed: (why) => `未能删除，内容仍然保留。${why}`,
    ask: {
      film: {
        title: '要删除这部影片吗？',
        text: '这里的文件和服务商处的任务都会被删除。',
      },
      making: {
        title: '要删除这部影片吗？',
        text: '影片仍在制作中，删除后不会保存到这里，服务商处的任务也会被删除，但仍可能计费。',
      },
      task: {
        title: '要删除这条记录吗？',
        text: '没有影片。这里的记录和服务商处的任务都会被删除。',
      },
      unclear: {
        title: '要删除这条记录吗？',
        text: '如果服务商已经创建任务，该任务会保留在那里，也可能计费；这里将不再保留任何记录。',
      },
      refused: {
        title: '要删除这条记录吗？',
        text: '没有影片，服务商处也没有创建任务，只会删除这里的记录。',
      },
    },
  },
}
