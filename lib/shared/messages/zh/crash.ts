import type { crashEn } from '@/lib/shared/messages/en/crash'

/** Shown when the page crashed, in Simplified Chinese. */
export const crashZh: typeof crashEn = {
  title: '页面出错了',
  text: '页面发生错误。视频都在，也没有因此提交任何内容。',
  again: '重试',
}
