import type { betweenEn } from '@/lib/shared/messages/en/between'
import { megabytes } from '@/lib/shared/messages/numbers'

const sized = (bytes: number | null) => (bytes === null ? '内容' : `大小为 ${megabytes('zh', bytes)}，`)
const lessThan = (bytes: number | null) => (bytes === null ? '' : `（上限低于 ${megabytes('zh', bytes)}）`)

/** What answered in place of our server, and what helps, in Simplified Chinese. */
export const betweenZh: typeof betweenEn = {
  tooLarge: (bytes) =>
    `${sized(bytes)}超出服务器前方代理的上限${lessThan(bytes)}。请换一张小一些的图片，或请管理员调高代理的上限（nginx 为 client_max_body_size）。`,
  blocked: (status) => `请求在到达服务器之前被代理、防火墙或过滤规则拒绝（HTTP ${status}）。请联系管理员。`,
  limited: (status) => `服务器前方的代理限制了请求频率（HTTP ${status}）。请一分钟后重试。`,
  unavailable: (status) => `代理无法连接服务器（HTTP ${status}），服务器可能正在重启。请稍后重试。`,
  page: () => '返回的不是本服务的内容，可能是当前网络或代理的登录页面。请刷新页面，登录后重试。',
  error: (status) => `返回的不是本服务的内容（HTTP ${status}）。请稍后重试；如仍出现，请联系管理员。`,
}
