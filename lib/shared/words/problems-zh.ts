import type { ProblemWords } from './problem-words'
import { soonZh } from './soon'

/** Every way a call can fail, in Simplified Chinese. */
export const problemsZh: ProblemWords = {
  invalid_input: {
    title: '有内容需要修改',
    text: () => '部分内容未被接受。没有创建任务，也没有计费。请按各栏的提示修改。',
  },
  unsupported_media: {
    title: '不支持这种文件',
    text: () => '请选择 JPEG、PNG 或 WebP 格式的图片。没有创建任务，也没有计费。',
  },
  too_large: {
    title: '内容过大',
    text: () => '提交的内容超出上限。没有创建任务，也没有计费。请换一张小一些的图片。',
  },
  upload_stalled: {
    title: '上传中断',
    text: () => '后续内容一直没有到达。没有创建任务，也没有计费。请检查网络后重新发送。',
  },
  unauthenticated: {
    title: '您已退出登录',
    text: () => '没有创建任务，也没有计费。请登录后再按“生成”，填写的内容仍然保留。',
  },
  forbidden: {
    title: '这里不允许此操作',
    text: ({ detail }) => `没有创建任务，也没有计费。服务返回的说明：${detail}`,
  },
  not_found: {
    title: '内容已不存在',
    text: () => '所请求的内容已不存在。没有创建任务，也没有计费。请刷新页面查看现有内容。',
  },
  gone: {
    title: '视频已被删除',
    text: () =>
      '这次请求生成的视频已被删除。没有创建新任务，也没有新的计费。如需再做一个，请再按一次“生成”。',
  },
  idempotency_mismatch: {
    title: '提交过程中表单有变动',
    text: () => '没有创建新任务，也没有新的计费。请先看看影片是否已在列表中；如果没有，请再按一次“生成”。',
  },
  rate_limited: {
    title: '操作过于频繁',
    text: ({ retryAfter }) => `同时处理的数量有限。没有创建任务，也没有计费。${soonZh(retryAfter)}`,
  },
  out_of_credits: {
    title: '账户积分不足',
    text: () => '没有创建任务，也没有计费。请在 tensorai.tensorslab.com 充值后再试。',
  },
  provider_refused: {
    title: '服务商没有接受',
    text: ({ detail }) => `没有创建任务，应该不会计费。服务商的说明：${detail}`,
  },
  provider_busy: {
    title: '服务商繁忙',
    text: ({ retryAfter }) => `没有创建任务，也没有计费。${soonZh(retryAfter)}`,
  },
  provider_unreachable: {
    title: '无法连接服务商',
    text: () => '内容没有发出，因此没有创建任务，也没有计费。请稍后再试。',
  },
  provider_unclear: {
    title: '没有收到服务商的答复',
    text: () =>
      '影片可能已经创建，也可能已经计费。系统绝不会自动重新提交。再次提交之前，请先到服务商控制台 tensorai.tensorslab.com 查看。',
  },
  database_unavailable: {
    title: '无法连接数据库',
    text: ({ retryAfter }) => `内容没有发出，因此没有创建任务，也没有计费。${soonZh(retryAfter)}`,
  },
  database_busy: {
    title: '数据库繁忙',
    text: ({ retryAfter }) => `内容没有发出，因此没有创建任务，也没有计费。${soonZh(retryAfter)}`,
  },
  storage_full: {
    title: '磁盘空间不足',
    text: () => '本服务的磁盘已满，无法保存。请让管理员腾出空间，先看看视频是否已在列表中，再重新发送。',
  },
  internal: {
    title: '服务内部出错',
    text: ({ detail }) =>
      `无法确定进行到了哪一步。请看看影片是否已在列表中；重新发送最多只会生成一部。服务返回的说明：${detail}`,
  },
}
