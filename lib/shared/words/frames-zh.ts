import type { framesEn, Pressable } from './frames-en'
import { number } from './numbers'

const n = (value: number) => number('zh', value)

const THIS = { only: '这张图片', first: '首帧图片', last: '尾帧图片' } as const

const reframe = (text: string): Pressable => [{ press: 'reframe', text, after: '。' }]
/** The two photos, in Simplified Chinese. */
export const framesZh: typeof framesEn = {
  first: '首帧',
  last: '尾帧',
  choose: '拖入、粘贴或选择图片',
  takePhoto: '拍照',
  optional: '可不填',
  drop: '松开即可放入',
  dropAnywhere: '松开即可添加图片',
  converting: (name) => `正在转换 ${name}`,
  uploading: (name) => `正在上传 ${name}`,
  swap: '交换两张图片',
  remove: (name) => `移除 ${name}`,
  reframe: '取景',
  reframePhoto: (name) => `取景：${name}`,
  another: '换一张',
  again: '重试',
  noAnswer: '上传中断，图片仍保留在这里。',
  pictureOf: (name) => `${name} 的预览`,
  aloneIsFirst: '只有一张图片时总是作为首帧，已放到首帧位置。',
  movedToFirst: '原来的尾帧现在是首帧：只有一张图片时总是作为首帧。',
  full: (name) => `两个位置都已有图片，因此没有放入 ${name}。请先移除一张。`,
  onlyTwo: (count) => `共 ${count} 个文件，只取前两个：首帧和尾帧。`,
  leftOut: (name, others) =>
    others === 0
      ? `未添加 ${name}：仅支持 JPEG、PNG、WebP 和 HEIC 图片。`
      : `未添加 ${name} 等 ${n(others + 1)} 个文件：仅支持 JPEG、PNG、WebP 和 HEIC 图片。`,
  folder: (name) => `${name} 是文件夹，请添加其中的一两张图片。`,
  link: '这是链接，不是图片文件。请先保存图片，再添加。',
  text: '这是文字，不是图片。文字请放入提示词。',
  swapped: '两张图片已交换。',
  reframed: '已重新取景。',
  wholeAgain: '已恢复整张图片。',
  heic: '无法在此打开这张 HEIC 图片。请在拍摄它的手机或电脑上另存为 JPEG，再重新选择。',
  tooWide: (place, width, height) => [
    `${place === 1 ? '首帧' : '尾帧'}为 ${n(width)} × ${n(height)} 像素，对模型来说过宽，请`,
    ...reframe('重新取景'),
  ],
  tooTall: (place, width, height) => [
    `${place === 1 ? '首帧' : '尾帧'}为 ${n(width)} × ${n(height)} 像素，对模型来说过高，请`,
    ...reframe('重新取景'),
  ],
  keeps: {
    little: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}只能保留不到四分之一。`,
    quarter: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}约保留四分之一。`,
    third: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}约保留三分之一。`,
    half: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}约保留一半。`,
    twoThirds: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}约保留三分之二。`,
    threeQuarters: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}约保留四分之三。`,
    most: (ratio, photo) => `按 ${ratio} 输出，${THIS[photo]}的边缘会略被裁掉。`,
  },
  remedy: (ratio) =>
    ratio === null
      ? reframe('重新取景')
      : [
          { press: 'reframe', text: '重新取景' },
          '或',
          { press: 'adapt', text: `改用 ${ratio}`, after: '。' },
        ],
}
