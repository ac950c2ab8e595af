import type { teamEn } from '@/lib/shared/messages/en/team'
import { day, megabytes, monthName, number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('zh', value)

/** The team page, for owners, in Simplified Chinese. */
export const teamZh: typeof teamEn = {
  users: {
    title: '成员',
    roles: { owner: '管理员', member: '成员' },
    you: '您',
    ended: (time) => `${day('zh', time)} 移除`,
    change: '管理',
    changeNamed: (name) => `管理：${name}`,
    more: (name) => `对 ${name} 的操作`,
    makeOwner: '设为管理员',
    makeMember: '设为成员',
    newPassword: '创建重设密码链接',
    end: '移除成员',
    endNamed: (name) => `移除成员：${name}`,
    endTitle: (name) => `移除成员 ${name}？`,
    endText:
      '该成员将立即退出登录，其令牌和未使用的链接随之失效。视频会保留，已共享的仍对团队可见；您可以在“共享”中通过视频菜单停止共享或删除。',
    endDone: '已移除成员。',
    linkAsked: (name, time) =>
      `${day('zh', time)}，有人使用 ${name} 的邮箱，以不同的账户通过公司登录。邮箱有时会转给他人使用，请确认是否为同一人。`,
    linkSubject: (subject) => `账户：${subject}`,
    linkAllow: '是同一人',
    linkRefuse: '不是同一人',
    linkAllowed: (name) => `${name} 现在可以用新账户登录，原账户再次登录时需要重新确认。`,
    linkRefused: '已拒绝该账户登录。',
    lastOwner: '这是唯一的管理员，请先将其他成员设为管理员。',
    roleDone: (name, role) => `${name}：${role}`,
  },
  invite: {
    title: '邀请',
    text: '创建的链接七天内有效，只能使用一次。',
    email: '受邀人的邮箱',
    button: '创建链接',
    made: (email) => `请将链接发送给 ${email}。关闭后将无法再次查看。`,
    link: '邀请链接',
    until: (time) => `有效期至 ${day('zh', time)}`,
    revoke: '撤销',
    revokeNamed: (email) => `撤销邀请：${email}`,
    revoked: '邀请已撤销。',
  },
  limits: {
    title: '每人上限',
    text: '留空则使用默认值。',
    own: (name) => `${name} 的上限`,
    names: {
      perMinute: '每分钟视频数',
      atOnce: '同时生成数',
      perDay: '24 小时视频数',
      imageMbPerDay: '24 小时上传上限（MB）',
    },
    withDefault: (name, otherwise) => `${name}（默认${otherwise === null ? '不限' : ` ${n(otherwise)}`}）`,
    button: '保存上限',
    done: '上限已保存。',
  },
  use: {
    title: (month) => `${monthName('zh', month)}用量`,
    before: '上个月',
    after: '下个月',
    user: '成员',
    videos: '生成的视频',
    seconds: '总时长',
    images: '上传的图片',
    none: '本月没有用量。',
    gone: '启用登录之前',
    videosOf: (resolution, count) => `${resolution} ${n(count)} 个`,
    length: (seconds) => `${n(seconds)} 秒`,
    imagesOf: (count, bytes) => (count === 0 ? '–' : `${n(count)} 张，${megabytes('zh', bytes)}`),
  },
}
