import type { lightboxEn } from '@/lib/shared/messages/en/lightbox'

/** A video played large, in Simplified Chinese. */
export const lightboxZh: typeof lightboxEn = {
  name: '播放器',
  previous: '上一个视频',
  next: '下一个视频',
  close: '关闭',
}
