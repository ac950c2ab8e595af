import type { accountEn } from './account-en'
import { day } from './numbers'

const on = (time: string) => day('zh', time)

/** A person's own page, in Simplified Chinese. */
export const accountZh: typeof accountEn = {
  nav: '页面',
  films: '影片',
  account: '账户',
  team: '团队',
  signOut: '退出登录',
  silent: '服务没有回应。请检查网络后再试。',
  says: (detail) => `没有成功。服务返回的说明：${detail}`,
  copy: '复制',
  copied: '已复制。',
  noCopy: '无法复制。请手动选中并复制。',
  password: {
    title: '密码',
    text: '更改后，您在其他地方都会退出登录。',
    current: '当前密码',
    new: '新密码',
    hint: '至少 12 个字符。',
    wrong: '这不是您的密码。',
    button: '更改密码',
    done: '密码已更改，其他地方均已退出登录。',
  },
  sessions: {
    title: '已登录的地方',
    here: '当前浏览器',
    unknown: '未说明名称的浏览器',
    on: (browser, system) => `${system} 上的 ${browser}`,
    since: (time) => `自 ${on(time)} 起`,
    end: '在那里退出',
    endNamed: (name) => `在那里退出：${name}`,
    done: '已在那里退出登录。',
  },
  tokens: {
    title: '脚本令牌',
    text: '脚本可以凭令牌以您的身份制作和下载影片。拿到令牌的人可以花费您能花费的一切。',
    none: '您还没有令牌。',
    name: '用途',
    example: '夜间批量制作',
    button: '创建令牌',
    made: '请立即复制，它不会再次显示。',
    madeLabel: '新令牌',
    created: (time) => `${on(time)} 创建`,
    used: (time) => `最近使用：${on(time)}`,
    unused: '从未使用',
    end: '停用',
    endNamed: (name) => `停用：${name}`,
    endTitle: (name) => `停用令牌“${name}”？`,
    endText: '使用它的脚本会立即失效。',
    done: '令牌已停用。',
  },
}
