import type { alteredFrameEn } from '@/lib/shared/messages/en/altered-frame'

/** Where a browser alters what is read from a video, in Simplified Chinese. */
export const alteredFrameZh: typeof alteredFrameEn = {
  text: '浏览器的防指纹追踪功能会改动从视频截取的画面。请对本站关闭该功能后重试，或在下次生成时开启“保存尾帧”。',
}
