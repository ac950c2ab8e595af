import type { accountEn } from '@/lib/shared/messages/en/account'
import { day } from '@/lib/shared/messages/numbers'

const on = (time: string) => day('zh', time)

/** The account page, in Simplified Chinese. */
export const accountZh: typeof accountEn = {
  nav: '页面',
  videos: '视频',
  account: '账户',
  team: '团队',
  settings: '设置',
  signOut: '退出登录',
  networkError: '服务器无响应，请检查网络后重试。',
  signedOut: '您已退出登录，未作任何更改。请登录后重试。',
  says: (detail) => `操作失败。服务器返回：${detail}`,
  copy: '复制',
  copied: '已复制。',
  noCopy: '浏览器不允许自动复制，请选中后手动复制。',
  name: {
    title: '名字',
    label: '团队成员看到的名字',
    button: '更改名字',
    done: '名字已更改。',
  },
  password: {
    title: '密码',
    text: '更改密码后，其他设备将退出登录。',
    current: '当前密码',
    new: '新密码',
    hint: '至少 12 个字符。',
    wrong: '密码错误。',
    button: '更改密码',
    done: '密码已更改，其他设备已退出登录。',
  },
  sessions: {
    title: '登录设备',
    here: '当前浏览器',
    unknown: '未知浏览器',
    on: (browser, system) => `${system} 上的 ${browser}`,
    since: (time) => `${on(time)} 登录`,
    end: '退出该设备',
    endNamed: (name) => `退出该设备：${name}`,
    done: '已退出该设备。',
  },
  tokens: {
    title: 'API 令牌',
    text: '脚本可凭令牌以您的身份生成和下载视频。持有令牌者可使用您的全部额度。',
    none: '还没有令牌。',
    name: '名称',
    example: '夜间批量生成',
    button: '创建令牌',
    made: '请立即复制，关闭后将无法再次查看。',
    madeLabel: '新令牌',
    created: (time) => `${on(time)} 创建`,
    used: (time) => `最近使用：${on(time)}`,
    unused: '从未使用',
    end: '吊销',
    endNamed: (name) => `吊销：${name}`,
    endTitle: (name) => `吊销令牌“${name}”？`,
    endText: '使用该令牌的脚本将立即失效。',
    done: '令牌已吊销。',
  },
}
