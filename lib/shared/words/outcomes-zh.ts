import type { outcomesEn } from './outcomes-en'

/** What a card says in place of a film, in Simplified Chinese. */
export const outcomesZh: typeof outcomesEn = {
  silent: {
    title: '没有收到答复',
    text: '连接在答复到达之前中断。可以放心重新发送，最多只会生成一部影片。',
  },
  failed: {
    generation_failed: {
      title: '影片未能制作',
      text: (reason) => `服务商已开始制作，但中途放弃，原因是：${reason}`,
    },
    task_expired: {
      title: '任务超时',
      text: () => '服务商未能在限定时间内完成影片。请重试，也可以把超时时间设得长一些。',
    },
    task_gone: {
      title: '服务商已找不到该任务',
      text: () => '任务曾经创建，但服务商已查不到它。请重试。',
    },
    result_lost: {
      title: '影片未能取回',
      text: () => '影片已经做好，但在下载地址失效之前没能保存到这里。',
    },
  },
  taskidTaken: {
    title: '任务 ID 属于另一个视频',
    text: '这个视频的任务 ID 属于另一个视频，因此已被收回。请在服务商控制台查找这个视频对应的任务，并填写它的 ID。',
  },
  nothingCreated: '没有创建任务，应该不会计费。',
  maybeBilled: '可能已经计费，请到服务商控制台 tensorai.tensorslab.com 查看。',
  hostNotAllowed: (host) =>
    `影片已经做好，但存放在 ${host}。请让本服务的管理员把这个主机加入 TENSORSLAB_RESULT_HOSTS。`,
}
