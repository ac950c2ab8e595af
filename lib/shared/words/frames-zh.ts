import type { framesEn } from './frames-en'

/** The two photos, in Simplified Chinese. */
export const framesZh: typeof framesEn = {
  first: '首帧',
  last: '尾帧',
  choose: '拖入、粘贴或选择图片',
  optional: '可不填',
  drop: '松开即可放入',
  uploading: (name) => `正在上传 ${name}`,
  swap: '交换两张图片',
  remove: (name) => `移除 ${name}`,
  another: '换一张',
  again: '重试',
  noAnswer: '上传中断，图片仍保留在这里。',
  pictureOf: (name) => `${name} 的预览`,
  aloneIsFirst: '只有一张图片时总是作为首帧，已放到首帧位置。',
  movedToFirst: '原来的尾帧现在是首帧：只有一张图片时总是作为首帧。',
  full: (name) => `两个位置都已有图片，因此没有放入 ${name}。请先移除一张。`,
  onlyTwo: (count) => `共 ${count} 个文件，只取前两个：首帧和尾帧。`,
  swapped: '两张图片已交换。',
  adapt: (ratio) => `改用自适应（${ratio}）`,
  keeps: {
    little: (ratio) => `按 ${ratio} 输出，这张图片只能保留不到四分之一。`,
    quarter: (ratio) => `按 ${ratio} 输出，这张图片约保留四分之一。`,
    third: (ratio) => `按 ${ratio} 输出，这张图片约保留三分之一。`,
    half: (ratio) => `按 ${ratio} 输出，这张图片约保留一半。`,
    twoThirds: (ratio) => `按 ${ratio} 输出，这张图片约保留三分之二。`,
    threeQuarters: (ratio) => `按 ${ratio} 输出，这张图片约保留四分之三。`,
    most: (ratio) => `按 ${ratio} 输出，这张图片的边缘会略被裁掉。`,
  },
}
