import type { entranceEn } from './entrance-en'
import { soonZh } from './soon'

/** The ways in, in Simplified Chinese. */
export const entranceZh: typeof entranceEn = {
  email: '电子邮箱',
  password: '密码',
  newPassword: '密码',
  passwordHint: '至少 12 个字符。连用几个词最容易记住。',
  name: '您的名字',
  nameHint: '团队成员认识您的名字。',
  silent: '服务没有回应。请检查网络后再试。',
  says: (detail) => `没有成功。服务返回的说明：${detail}`,
  tooMany: (seconds) => `尝试次数过多。${soonZh(seconds)}`,
  lineFull: (seconds) => `现在登录的人很多。${soonZh(seconds)}`,
  unseenInName: '名字中有换行或看不见的字符（例如零宽字符）。请手动输入，不要粘贴。',
  tokens: {
    title: '您的脚本令牌',
    revoke: '全部停用',
    revokeHint: '如果密码可能已被他人知道，请选此项。脚本需要换用新令牌。',
    keep: '继续使用',
    keepHint: '脚本照常工作。',
  },
  signIn: {
    title: '登录',
    text: '这个工作室属于一个团队。如果您是成员，您会有邀请链接或密码。',
    button: '登录',
    wrong: '邮箱或密码不正确。工作室的所有者可以给您发送重设密码的链接。',
    or: '或者',
    by: (name) => `用 ${name} 登录`,
    byFailed: (name) => `${name} 没有回应，请稍后再试。`,
  },
  refused: {
    not_invited: '您还不是这个工作室的成员。请所有者用这个邮箱邀请您。',
    email_not_verified: '您在那里的邮箱尚未确认。请先确认，再回到这里。',
    owner_asked:
      '这个邮箱在这里对应着贵公司的另一个账户。系统已请工作室的所有者确认是否为同一人，请在对方同意后再试。',
    other: '那里的登录没有成功。请再试一次，或使用密码。',
  },
  setup: {
    title: '启用这个工作室',
    text: '它还没有所有者。代码写在服务器启动时的输出里。',
    code: '服务器给出的代码',
    wrongCode: '代码不正确，或来自之前的启动。请使用最新的代码。',
    button: '成为所有者',
    kept: '之前在这里制作的影片将归您所有。',
  },
  join: {
    title: '您收到了邀请',
    text: (email) => `请设置名字和密码。今后用 ${email} 登录。`,
    button: '加入',
    resetTitle: '设置新密码',
    resetText: (email) => `您仍用 ${email} 登录。您在其他地方都会退出登录。`,
    resetButton: '设置密码并进入',
    goneTitle: '邀请已失效',
    gone: '它已被使用、被收回，或已超过七天。请向工作室的所有者索取新的邀请。',
    toSignIn: '前往登录',
  },
  again: {
    title: '您已退出登录',
    text: (email) => `您填写的内容还在。以 ${email} 登录后，会从刚才的地方继续。`,
    button: '登录并继续',
    later: '暂不',
    done: '您已重新登录。',
  },
}
