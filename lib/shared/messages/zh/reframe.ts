import type { reframeEn } from '@/lib/shared/messages/en/reframe'

/** The dialog for cropping a photo, in Simplified Chinese. */
export const reframeZh: typeof reframeEn = {
  title: { first: '裁剪首帧', last: '裁剪尾帧' },
  how: '拖动、缩放图片，选择要保留的画面。',
  stage: '裁剪区域。方向键移动图片，加号和减号缩放，回车键确定。',
  zoom: '缩放',
  percent: (zoom) => `${Math.round(zoom * 100)}%`,
  frame: '比例',
  sent: (width, height) => `裁剪后 ${width} × ${height}`,
  nearest: (least) => `已放大到上限：模型要求每边至少 ${least} 像素。`,
  otherShape: (ratio) => `图片太小，无法裁成 ${ratio}，将先裁成其他比例，再由模型裁成 ${ratio}。`,
  whole: '完整图片',
  cancel: '取消',
  use: '确定',
  unreadable: '无法打开图片，请关闭后重新添加。',
}
