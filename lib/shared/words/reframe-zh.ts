import { number } from './numbers'
import type { reframeEn } from './reframe-en'

const n = (value: number) => number('zh', value)

/** The dialog in which a part of a photo is chosen, in Simplified Chinese. */
export const reframeZh: typeof reframeEn = {
  title: { first: '为首帧取景', last: '为尾帧取景' },
  how: '移动和缩放图片，让取景框里正好是影片要呈现的部分。',
  stage: '将使用的部分。方向键移动图片，加号和减号缩放，回车键确认。',
  zoom: '缩放',
  percent: (zoom) => `${n(Math.round(zoom * 100))}%`,
  frame: '形状',
  sent: (width, height) => `将使用 ${n(width)} × ${n(height)} 像素。`,
  nearest: (least) => `已放到最大：模型要求每边至少 ${n(least)} 像素。`,
  otherShape: (ratio) => `这张图片太小，裁不出 ${ratio}，因此先裁成其他形状，再由模型从中裁出 ${ratio}。`,
  whole: '整张图片',
  cancel: '取消',
  use: '使用',
  unreadable: '无法打开这张图片。请关闭后重新选择。',
  failed: '无法在此裁剪这张图片，可能是浏览器内存不足。请关闭其他标签页，再按“使用”。',
}
