import type { ProblemText } from '@/lib/shared/messages/problem-text'
import { soonZh } from '@/lib/shared/messages/retry-text'

/** Every way a call can fail, in Simplified Chinese. */
export const problemsZh: ProblemText = {
  invalid_input: {
    title: '内容有误',
    text: () => '部分内容未通过校验，请按提示修改后重试。没有创建任务，也没有计费。',
  },
  unsupported_media: {
    title: '不支持该文件格式',
    text: () => '请选择 JPEG、PNG 或 WebP 格式的图片。没有创建任务，也没有计费。',
  },
  too_large: {
    title: '内容过大',
    text: () => '提交的内容超出上限，请换一张小一些的图片。没有创建任务，也没有计费。',
  },
  upload_stalled: {
    title: '上传中断',
    text: () => '内容未能传完，请检查网络后重新发送。没有创建任务，也没有计费。',
  },
  unauthenticated: {
    title: '您已退出登录',
    text: () => '请登录后再次点击“生成”，填写的内容仍然保留。没有创建任务，也没有计费。',
  },
  forbidden: {
    title: '无权执行此操作',
    text: ({ detail }) => `服务器返回：“${detail}”。没有创建任务，也没有计费。`,
  },
  not_found: {
    title: '内容已不存在',
    text: () => '该内容已不存在，请刷新页面查看最新内容。没有创建任务，也没有计费。',
  },
  gone: {
    title: '视频已被删除',
    text: () =>
      '本次提交生成的视频已被删除。如需重新生成，请再次点击“生成”。没有创建新任务，也没有新的计费。',
  },
  idempotency_mismatch: {
    title: '提交过程中表单已更改',
    text: () => '请确认视频是否已在列表中；如果没有，请再次点击“生成”。没有创建新任务，也没有新的计费。',
  },
  rate_limited: {
    title: '操作过于频繁',
    text: ({ retryAfter }) => `同时处理的数量有限。${soonZh(retryAfter)}没有创建任务，也没有计费。`,
  },
  out_of_credits: {
    title: '积分不足',
    text: () => '请在 tensorai.tensorslab.com 充值后重新发送。没有创建任务，也没有计费。',
  },
  budget_exceeded: {
    title: '超出预算',
    text: () => '本月预算余额不足。请缩短时长，或在“设置”中提高预算。没有创建任务，也没有计费。',
  },
  provider_refused: {
    title: '服务商未接受请求',
    text: ({ detail }) => `服务商返回：“${detail}”。没有创建任务，应该不会计费。`,
  },
  provider_busy: {
    title: '服务商繁忙',
    text: ({ retryAfter }) => `${soonZh(retryAfter)}没有创建任务，也没有计费。`,
  },
  provider_unreachable: {
    title: '无法连接服务商',
    text: () => '请稍后重试。内容没有发出，因此没有创建任务，也没有计费。',
  },
  provider_unclear: {
    title: '服务商未返回结果',
    text: () => '再次提交前，请先到服务商控制台确认；系统绝不会自动重新提交。视频可能已创建并计费。',
  },
  database_unavailable: {
    title: '无法连接数据库',
    text: ({ retryAfter }) => `${soonZh(retryAfter)}内容没有发出，因此没有创建任务，也没有计费。`,
  },
  database_busy: {
    title: '数据库繁忙',
    text: ({ retryAfter }) => `${soonZh(retryAfter)}内容没有发出，因此没有创建任务，也没有计费。`,
  },
  storage_full: {
    title: '服务器磁盘已满',
    text: () => '空间不足，无法保存。请联系系统管理员清理空间，并确认视频是否已在列表中，再重新发送。',
  },
  internal: {
    title: '服务器出错',
    text: ({ detail }) =>
      `无法确定处理到了哪一步。请确认视频是否已在列表中；重新发送最多只会生成一个。服务器返回：${detail}`,
  },
}
