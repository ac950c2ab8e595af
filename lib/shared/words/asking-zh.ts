import type { askingEn } from './asking-en'

/** What a person is asked before a film is deleted for good, in Simplified Chinese. */
export const askingZh: typeof askingEn = {
  /** By what would be deleted. */
  remove: {
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
  /** What may have been created already. */
  sendAgain: {
    title: '要重新发送吗？',
    text: '第一次提交可能已经创建任务并计费，重新发送可能会重复付费。再次发送之前，请先到服务商控制台查看。',
  },
}
