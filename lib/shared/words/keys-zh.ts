import type { keysEn } from './keys-en'

/** The single keys, in Simplified Chinese. */
export const keysZh: typeof keysEn = {
  list: [
    ['J', '转到下一部影片'],
    ['K', '转到上一部影片'],
    ['空格', '播放或暂停当前影片'],
    ['D', '下载'],
    ['R', '再做一次'],
    ['S', '收藏'],
    ['/', '搜索影片'],
    ['F6', '转到最新的通知'],
    ['?', '显示这份列表'],
  ],
  on: '单键快捷键',
  onHint: '如果使用语音输入，或经常误按，可以将其关闭。',
  close: '关闭',
}
