import type { documentEn } from '@/lib/shared/messages/en/document'

/** What only the server says, in Simplified Chinese: about the page as a whole, and where there is none. */
export const documentZh: typeof documentEn = {
  description: '用文字和图片，通过 SeeDance-2.0 生成视频。',
  noScript: '此浏览器已关闭 JavaScript，无法生成视频；已有的视频仍可播放。',
  notFound: {
    title: '页面不存在',
    text: '网址可能有误，或内容已被删除。',
    home: '返回首页',
  },
}
