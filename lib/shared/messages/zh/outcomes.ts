import type { outcomesEn } from '@/lib/shared/messages/en/outcomes'

/** What a card shows instead of a video, in Simplified Chinese. */
export const outcomesZh: typeof outcomesEn = {
  failed: {
    generation_failed: {
      title: '视频生成失败',
      text: (reason) => `服务商生成失败：${reason}`,
    },
    task_expired: {
      title: '任务超时',
      text: () => '任务超时后一周内没有任何消息。可以重新查找，或重新生成视频。',
    },
    task_gone: {
      title: '服务商已找不到该任务',
      text: () => '任务已创建，但服务商已查不到该任务。可以重新查找，或重新生成视频。',
    },
    result_lost: {
      title: '视频下载失败',
      text: () => '视频已生成，但下载链接在保存前已失效。可以重新查找，服务商可能仍有保留。',
    },
  },
  taskidTaken: {
    title: '任务 ID 属于另一个视频',
    text: '该任务 ID 已从这个视频中移除。请在服务商控制台找到对应的任务，并填写任务 ID。',
  },
  nothingCreated: '没有创建任务，应该不会计费。',
  takesPeople: (refused, other) => `${refused} 不支持真人图片，可改用 ${other}。`,
  maybeBilled: '可能已计费，请到服务商控制台 tensorai.tensorslab.com 确认。',
  saving: {
    host_not_allowed: (host) =>
      `视频已生成，但存放在 ${host}。请联系系统管理员将该主机加入 TENSORSLAB_RESULT_HOSTS。`,
    fake_address: (host) =>
      `视频已生成，但服务器网络为 ${host} 返回了代理软件的虚拟地址。请联系系统管理员在代理软件中排除该主机，或设置 HTTPS_PROXY，或将 ${host} 加入 TENSORSLAB_RESULT_HOSTS。`,
    result_unreachable: () => '已生成，下载未完成，正在重试。',
    result_slow: () => '已生成，但下载太慢，稍后重试。',
    result_too_large: () => '已生成，但文件超出大小上限。几小时后重试，也可以联系系统管理员。',
    result_not_video: () => '已生成，但下载链接中的内容不是视频。几小时后再次检查。',
    result_expired: () => '已生成，但下载链接已失效，正在向服务商获取新链接。',
    result_missing: () => '已生成，正在等待服务商提供下载链接。',
    last_frame_missing: () => '视频已保存，正在下载尾帧。',
    disk_full: () => '已生成，但服务器磁盘已满。腾出空间后会自动保存，请联系系统管理员。',
  },
}
