import type { authEn } from '@/lib/shared/messages/en/auth'
import { number } from '@/lib/shared/messages/numbers'
import { soonZh } from '@/lib/shared/messages/retry-text'

/** Sign-in, setup and joining, in Simplified Chinese. */
export const authZh: typeof authEn = {
  email: '邮箱',
  password: '密码',
  newPassword: '密码',
  passwordHint: '至少 12 个字符。用几个词连起来更好记。',
  name: '您的名字',
  nameHint: '团队成员会看到这个名字。',
  invalid: {
    missing: '请填写此项。',
    email: '请填写完整的邮箱，例如 kim@example.com。',
    tooShort: (least) => `至少 ${least} 个字符。`,
    number: (min, max) => `请填写 ${min} 到 ${number('zh', max)} 之间的整数。`,
  },
  networkError: '服务器无响应，请检查网络后重试。',
  says: (detail) => `操作失败。服务器返回：${detail}`,
  tooMany: (seconds) => `尝试次数过多。${soonZh(seconds)}`,
  lineFull: (seconds) => `当前登录人数较多。${soonZh(seconds)}`,
  unseenInName: '名字中含有换行或不可见字符，请手动输入，不要粘贴。',
  unencrypted: '当前连接未加密，同一网络中的其他人可能读取到您的密码。请勿使用其他地方用过的密码。',
  tokens: {
    title: '您的 API 令牌',
    revoke: '全部吊销',
    revokeHint: '如果密码可能已泄露，请选择此项。脚本需要更换新令牌。',
    keep: '保留',
    keepHint: '脚本可继续使用。',
  },
  signIn: {
    title: '登录',
    text: '仅限团队成员登录。',
    button: '登录',
    wrong: '邮箱或密码错误。可联系管理员获取重设密码的链接。',
    or: '或',
    by: (name) => `使用 ${name} 登录`,
    byFailed: (name) => `${name} 无响应，请稍后重试。`,
  },
  refused: {
    not_invited: '您还不是团队成员，请联系管理员邀请该邮箱。',
    email_not_verified: '您的邮箱在该平台尚未验证，请验证后重试。',
    email_not_stated:
      '登录平台未说明您的邮箱是否已验证。如果该平台的邮箱均为本人所有（例如 Microsoft Entra），请联系管理员设置 OIDC_TRUST_EMAIL=1。',
    email_not_found: '登录平台未提供您的邮箱。请在该平台的账户中添加邮箱，或联系其管理员开启“email”声明。',
    owner_asked: '该邮箱已关联贵公司的另一个账户，已请管理员确认是否为您本人。确认后请重试。',
    other: '第三方登录失败。请重试，或使用密码登录。',
  },
  setup: {
    title: '设置工作室',
    text: '尚未设置管理员。请输入服务器启动日志中的验证码。',
    code: '验证码',
    wrongCode: '验证码错误，或不是最近一次启动时生成的。请使用日志中最新的验证码。',
    button: '创建管理员账户',
    kept: '此前生成的视频将归您所有。',
  },
  join: {
    title: '邀请您加入',
    text: (email) => `请设置名字和密码，今后使用 ${email} 登录。`,
    button: '接受邀请',
    resetTitle: '设置新密码',
    resetText: (email) => `仍使用 ${email} 登录，其他设备将退出登录。`,
    resetButton: '设置密码并登录',
    goneTitle: '邀请已失效',
    gone: '邀请已使用、已撤销，或已超过七天。请联系管理员重新邀请。',
    toSignIn: '前往登录',
  },
  again: {
    title: '您已退出登录',
    text: (email) => `填写的内容仍然保留。使用 ${email} 登录后即可继续。`,
    button: '登录并继续',
    later: '暂不登录',
    done: '已重新登录。',
  },
}
