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
      text: () => '任务超时一周后仍没有任何消息。可以重新查找，或者重新制作视频。',
    },
    task_gone: {
      title: '服务商已找不到该任务',
      text: () => '任务曾经创建，但服务商已查不到它。可以重新查找，或者重新制作视频。',
    },
    result_lost: {
      title: '影片未能取回',
      text: () => '视频已经做好，但在下载地址失效之前没能保存到这里。可以重新查找，服务商那里可能还有。',
    },
  },
  taskidTaken: {
    title: '任务 ID 属于另一个视频',
    text: '这个视频的任务 ID 属于另一个视频，因此已被收回。请在服务商控制台查找这个视频对应的任务，并填写它的 ID。',
  },
  nothingCreated: '没有创建任务，应该不会计费。',
  takesPeople: (refused, other) => `${refused} 不支持真人图片，可改用 ${other}。`,
  maybeBilled: '可能已经计费，请到服务商控制台 tensorai.tensorslab.com 查看。',
  saving: {
    host_not_allowed: (host) =>
      `影片已经做好，但存放在 ${host}。请让本服务的管理员把这个主机加入 TENSORSLAB_RESULT_HOSTS。`,
    result_unreachable: () => '已制作完成，暂时未能完整取回，系统会继续尝试。',
    result_slow: () => '已制作完成，但目前下载太慢，稍后会再试。',
    result_too_large: () => '已制作完成，但文件超出本服务允许的大小。几小时后会再试，也可以联系管理员。',
    result_not_video: () => '已制作完成，但下载地址中的内容不是视频。几小时后会再次查看。',
    result_expired: () => '已制作完成，但下载地址已失效，正在向服务商索取新的地址。',
    result_missing: () => '已制作完成，但服务商还没有给出下载地址，系统会继续询问。',
    last_frame_missing: () => '视频已保存，正在取回尾帧。',
    disk_full: () => '已制作完成，但本服务的磁盘已满。腾出空间后会自动取回，请联系管理员。',
  },
}
