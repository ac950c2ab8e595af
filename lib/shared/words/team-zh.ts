import { day, megabytes, monthName, number } from './numbers'
import type { teamEn } from './team-en'

const n = (value: number) => number('zh', value)

/** The owners' page, in Simplified Chinese. */
export const teamZh: typeof teamEn = {
  people: {
    title: '成员',
    roles: { owner: '所有者', member: '成员' },
    you: '您',
    ended: (time) => `${day('zh', time)} 离开`,
    change: '更改',
    changeNamed: (name) => `更改：${name}`,
    more: (name) => `对 ${name} 的操作`,
    makeOwner: '设为所有者',
    makeMember: '设为成员',
    newPassword: '重设密码的链接',
    end: '终止访问',
    endNamed: (name) => `终止访问：${name}`,
    endTitle: (name) => `终止 ${name} 的访问？`,
    endText:
      '对方会立即退出登录，令牌和未使用的链接随之失效。对方的视频会保留，已共享的仍对团队可见；您可以在“团队”视图的视频菜单中停止共享或删除。',
    endDone: '已终止访问。',
    linkAsked: (name, time) =>
      `${day('zh', time)}，${name} 用另一个账户、以这个邮箱通过公司登录前来。邮箱有时会转给新的人。是同一个人吗？`,
    linkSubject: (subject) => `账户：${subject}`,
    linkAllow: '是同一个人',
    linkRefuse: '不是',
    linkAllowed: (name) => `${name} 现在可以用新账户登录。原来的账户再来时会重新询问。`,
    linkRefused: '另一个账户不能进入。',
    lastOwner: '这是唯一的所有者。请先把其他人设为所有者。',
    roleDone: (name, role) => `${name}：${role}`,
  },
  invite: {
    title: '邀请',
    text: '您会得到一个可转发的链接，七天内有效，只能使用一次。',
    email: '受邀人的邮箱',
    button: '创建链接',
    made: (email) => `请把这个链接发给 ${email}。它不会再次显示。`,
    link: '邀请链接',
    until: (time) => `有效期至 ${day('zh', time)}`,
    revoke: '收回',
    revokeNamed: (email) => `收回邀请：${email}`,
    revoked: '邀请已收回。',
  },
  limits: {
    title: '每人的上限',
    text: '未填写时，以浅色数字为准。',
    own: (name) => `${name} 的上限`,
    names: {
      perMinute: '每分钟影片数',
      atOnce: '同时制作的影片数',
      perDay: '24 小时内影片数',
      imageMbPerDay: '24 小时内上传图片（兆字节）',
    },
    none: '不限',
    button: '保存上限',
    done: '上限已保存。',
  },
  use: {
    title: (month) => `${monthName('zh', month)}用量`,
    before: '上个月',
    after: '下个月',
    person: '成员',
    films: '完成的影片',
    seconds: '时长',
    images: '上传的图片',
    none: '这个月没有用量。',
    gone: '未登录的使用者',
    filmsOf: (resolution, count) => `${resolution} ${n(count)} 部`,
    length: (seconds) => `${n(seconds)} 秒`,
    imagesOf: (count, bytes) => (count === 0 ? '–' : `${n(count)} 张，${megabytes('zh', bytes)}`),
  },
}
