import type { photoReasonsEn } from '@/lib/shared/messages/en/photo-reasons'

/** Why a photo can’t be used, where the form itself knows what helps, in Simplified Chinese. */
export const photoReasonsZh: typeof photoReasonsEn = {
  heic: '无法打开这张 HEIC 图片。请在手机或电脑上另存为 JPEG 后重新添加。',
  tooWide: (position, width, height) =>
    `${position === 1 ? '首帧' : '尾帧'}为 ${width} × ${height} 像素，对该模型来说太宽，请裁剪。`,
  tooTall: (position, width, height) =>
    `${position === 1 ? '首帧' : '尾帧'}为 ${width} × ${height} 像素，对该模型来说太高，请裁剪。`,
}
