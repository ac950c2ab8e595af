import { dayIn, daysBetween } from '@/lib/shared/messages/days'
import type { galleryEn } from '@/lib/shared/messages/en/gallery'

/** The gallery, in Simplified Chinese. */
export const galleryZh: typeof galleryEn = {
  title: '我的视频',
  video: '生成的视频',
  play: '播放',
  notPlayed: '视频无法播放',
  notPlayedText: '连接中断，或浏览器不支持该视频。请重试，或下载后播放。',
  playAgain: '重试',
  download: '下载',
  reuse: '重新编辑',
  onward: '续写',
  day: (made, now) => {
    const days = daysBetween(made, now)
    return days < 1 ? null : days === 1 ? '昨天' : dayIn('zh-CN', made, now)
  },
  by: (name) => `来自 ${name}`,
  shared: '已与团队共享',
  star: '收藏',
  moreActions: '更多',
  keys: '键盘快捷键',
  copyTaskId: '复制任务 ID',
  copied: '已复制',
  notCopied: '浏览器不允许自动复制，请选中任务 ID 后手动复制。',
  edit: '修改后重试',
  sendAgain: '重新发送',
  console: '打开控制台',
  status: {
    queued: '排队中',
    submitting: '提交中',
    pending: '服务商排队中',
    processing: '生成中',
    uploading: '即将完成',
    saving: '保存中',
    completed: '已完成',
    failed: '失败',
    rejected: '未通过',
    unknown: '状态未知',
  },
  eta: {
    queued: '排队中',
    submitting: '正在提交给服务商',
    pending: '服务商排队中，通常需要几分钟',
    processing: '生成中，通常需要几分钟',
    uploading: '生成完成，服务商正在存储',
    saving: '生成完成，正在保存',
  },
  elapsed: '提交后经过的时间',
  sound: '有声',
  seed: (seed) => `种子 ${seed}`,
  ready: (prompt) => `视频已生成：${prompt}`,
  ended: (prompt) => `视频生成失败：${prompt}`,
  empty: {
    title: '视频将显示在这里',
    text: '描述一个场景，也可以添加图片，然后点击“生成”。或从以下示例开始：',
    examples: [
      '夕阳沉入沙丘，风沙从沙脊上扬起。镜头缓缓推进。风声，无音乐。',
      '黎明前，蓝色的薄雾在山脊间流动。镜头缓缓升起。远处的鸟鸣。',
      '镜头一：日落后，粉色的余晖洒满群山。镜头二：镜头缓缓降入山谷。',
    ],
  },
  unreadable: {
    title: '无法读取这条记录',
    text: '它可能由更新的版本写入，也可能已损坏。其他视频不受影响。',
  },
  networkError: {
    title: '服务器无响应',
    text: '连接在收到响应前中断。',
    safe: '可以放心重新发送，最多只会生成一个视频。',
  },
  loading: '正在加载视频',
  more: '加载更多',
}
