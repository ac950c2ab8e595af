import type { keysEn } from '@/lib/shared/messages/en/shortcuts'

/** The keyboard shortcuts, in Simplified Chinese. */
export const keysZh: typeof keysEn = {
  list: [
    ['J', '下一个视频'],
    ['K', '上一个视频'],
    ['空格', '播放或暂停当前视频'],
    ['D', '下载'],
    ['R', '重新编辑'],
    ['S', '收藏'],
    ['/', '搜索视频'],
    ['F6', '转到最新的通知'],
    ['?', '显示快捷键列表'],
  ],
  on: '单键快捷键',
  onHint: '使用语音控制或经常误触时，可关闭此项。',
  close: '关闭',
}
