import type { confirmEn } from '@/lib/shared/messages/en/confirm'

/** Confirmations before something that can’t be undone, in Simplified Chinese. */
export const confirmZh: typeof confirmEn = {
  /** By type of deletion. */
  remove: {
    video: {
      title: '删除这个视频？',
      text: '本地文件和服务商的任务都会被删除。',
    },
    queued: {
      title: '删除这条记录？',
      text: '它还在排队，尚未提交给服务商，因此不会计费。',
    },
    making: {
      title: '删除这个视频？',
      text: '视频仍在生成中。删除后不会保存到本地，服务商的任务也会被删除，但仍可能计费。',
    },
    task: {
      title: '删除这条记录？',
      text: '没有生成视频。本地记录和服务商的任务都会被删除。',
    },
    unclear: {
      title: '删除这条记录？',
      text: '如果服务商已创建任务，任务会保留在服务商处，也可能计费，但本地不再有记录。',
    },
    refused: {
      title: '删除这条记录？',
      text: '没有生成视频，服务商也没有创建任务，只会删除本地记录。',
    },
  },
  /** A task that may already have been created. */
  sendAgain: {
    title: '重新发送？',
    text: '上一次提交可能已创建任务并计费，重新发送可能会重复付费。请先到服务商控制台确认。',
  },
}
