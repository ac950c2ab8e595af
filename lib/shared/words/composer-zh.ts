import type { composerEn } from './composer-en'
import { number } from './numbers'

const n = (value: number) => number('zh', value)

/** The form, in Simplified Chinese. */
export const composerZh: typeof composerEn = {
  title: '新影片',
  prompt: '提示词',
  promptExample: '雨中的桉树上，一只考拉朝镜头挥手。镜头缓缓推进。雨声，无音乐。',
  tools: { camera: '镜头', light: '光线', sound: '声音', more: '更多' },
  count: (length, limit) => `${n(length)} / ${n(limit)}`,
  model: '模型',
  firstFrameOnly: (model) => `${model} 只支持首帧，尾帧不会提交。`,
  adaptive: '自适应',
  seconds: (seconds) => `${seconds} 秒`,
  size: (width, height) => `${width} × ${height} 像素，每秒 24 帧`,
  sizeLikeImage: (ratio, width, height) => `最接近首帧的比例是 ${ratio}：${width} × ${height} 像素`,
  sizeOpen: '由模型根据提示词选择画面比例。',
  advanced: '高级设置',
  lockSeed: '保留这个种子',
  reset: '恢复默认设置',
  resetDone: '所有设置已恢复默认。',
  expiresOwn: '由服务商决定',
  hours: (hours) => `${n(hours)} 小时`,
  generate: '生成',
  usual: '通常需要几分钟',
  making: (count) => `${n(count)} 部制作中`,
  waitingForImages: '正在等待图片上传，完成后自动提交。',
  dontSend: '先不提交',
  notSentImage: '尚未提交：有一张图片无法使用，请更换或移除。',
  notSentChanged: '图片有变动，因此尚未提交。准备好后请再按一次“生成”。',
  notSentBroken: '没有发送：无法连接到工作室。请在连接恢复后重试。',
  alreadySending: '这一条正在提交。修改内容后即可再提交一条。',
  sent: '已提交，影片会出现在列表中。',
  filled: '提示词和设置已放回表单。',
}
