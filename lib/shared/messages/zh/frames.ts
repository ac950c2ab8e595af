import type { framesEn } from '@/lib/shared/messages/en/frames'

const THIS = { only: '图片', first: '首帧', last: '尾帧' } as const

/** The two photos, in Simplified Chinese. */
export const framesZh: typeof framesEn = {
  title: '图片（可选）',
  first: '首帧',
  last: '尾帧',
  choose: '添加图片',
  takePhoto: '拍照',
  drop: '松开即可放入',
  dropAnywhere: '松开即可添加图片',
  converting: (name) => `正在转换 ${name}`,
  uploading: (name) => `正在上传 ${name}`,
  swap: '交换两张图片',
  remove: (name) => `移除 ${name}`,
  reframe: '裁剪',
  reframePhoto: (name) => `裁剪 ${name}`,
  another: '换一张',
  again: '重试',
  noAnswer: '上传中断，图片仍然保留。',
  imageOf: (name) => `${name} 的预览`,
  aloneIsFirst: '只有一张图片时作为首帧，已移到首帧。',
  movedToFirst: '只有一张图片时作为首帧，原尾帧已移到首帧。',
  full: (name) => `首帧和尾帧都已有图片，未添加 ${name}。请先移除一张。`,
  onlyTwo: (count) => `共 ${count} 张图片，已使用前两张。`,
  leftOut: (name, others) =>
    others === 0
      ? `未添加 ${name}：仅支持 JPEG、PNG、WebP 和 HEIC 图片。`
      : `未添加 ${name} 等 ${others + 1} 个文件：仅支持 JPEG、PNG、WebP 和 HEIC 图片。`,
  folder: (name) => `${name} 是文件夹，请添加其中的一两张图片。`,
  link: '这是链接，不是图片文件。请先保存图片，再添加。',
  text: '这是文字，不是图片。文字请放入提示词。',
  swapped: '已交换图片。',
  reframed: '已裁剪图片。',
  wholeAgain: '已恢复原图。',
  keeps: {
    little: (ratio, photo) => `${ratio} 下${THIS[photo]}仅保留不到 1/4 画面。`,
    quarter: (ratio, photo) => `${ratio} 下${THIS[photo]}约保留 1/4 画面。`,
    third: (ratio, photo) => `${ratio} 下${THIS[photo]}约保留 1/3 画面。`,
    half: (ratio, photo) => `${ratio} 下${THIS[photo]}约保留一半画面。`,
    twoThirds: (ratio, photo) => `${ratio} 下${THIS[photo]}约保留 2/3 画面。`,
    threeQuarters: (ratio, photo) => `${ratio} 下${THIS[photo]}约保留 3/4 画面。`,
    most: (ratio, photo) => `${ratio} 下${THIS[photo]}边缘会略有裁切。`,
  },
  betweenSentences: '',
  ratioInstead: (ratio) => `改用 ${ratio}`,
}
