import type { crashEn } from './crash-en'

/** The page broke, in Simplified Chinese. */
export const crashZh: typeof crashEn = {
  title: '页面出了点问题',
  text: '页面的某个部分发生了错误。影片都还在，也没有因此提交任何内容。',
  again: '重新显示页面',
}
