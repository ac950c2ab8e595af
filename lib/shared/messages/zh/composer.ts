import type { composerEn } from '@/lib/shared/messages/en/composer'
import { number } from '@/lib/shared/messages/numbers'
import { tooLongZh } from './too-long'

const n = (value: number) => number('zh', value)

/** The form, in Simplified Chinese. */
export const composerZh: typeof composerEn = {
  title: '新建视频',
  prompt: '提示词',
  presets: '预设',
  promptExample: '雨中的桉树上，一只考拉朝镜头挥手。镜头缓缓推进。雨声，无音乐。',
  tools: { camera: '镜头', light: '光线', sound: '声音', more: '更多' },
  tooLong: (length, limit) => tooLongZh('提示词', length, limit),
  count: (length, limit) => `${n(length)} / ${n(limit)}`,
  model: '模型',
  firstFrameOnly: (model) => `${model} 只支持首帧，尾帧不会提交。`,
  adaptive: '自适应',
  seconds: (seconds) => `${seconds} 秒`,
  resolution: '分辨率',
  size: (width, height) => `${width} × ${height} · 24 帧/秒`,
  sizeLikeImage: (ratio, width, height) => `匹配图片：${ratio}，${width} × ${height}`,
  sizeOpen: '由模型根据提示词选择比例。',
  advanced: '高级设置',
  hours: (hours) => `${n(hours)} 小时`,
  variations: '生成数量',
  generate: '生成',
  usual: '通常需要几分钟',
  making: (count) => `${n(count)} 个生成中`,
  waitingForImages: '正在上传图片，完成后自动提交。',
  dontSend: '取消提交',
  notSentImage: '尚未提交：有一张图片无法使用，请更换或移除。',
  notSentChanged: '尚未提交：图片已更改。准备好后请再次点击“生成”。',
  notSentBroken: '尚未提交：无法连接服务器，请在网络恢复后重试。',
  alreadySending: '正在提交。修改内容后可再次提交。',
  sent: '已提交，视频将出现在列表中。',
  filled: '提示词、图片和设置已填回表单。',
}
