import type { keysEn } from '@/lib/shared/messages/en/shortcuts'

/** The keyboard shortcuts, in Simplified Chinese. */
export const keysZh: typeof keysEn = {
  list: [
    ['Ctrl ⏎', '生成'],
    ['J', '下一个视频'],
    ['K', '上一个视频'],
    ['空格', '放大播放当前视频；放大后播放或暂停'],
    ['← →', '放大播放时切换视频，对比时逐帧移动'],
    ['D', '下载'],
    ['R', '重新编辑'],
    ['Shift R', '再次生成（使用新种子）'],
    ['C', '续写'],
    ['S', '收藏'],
    ['X', '选择；之后按住 Shift 点击可连续选择'],
    ['Del', '删除'],
    ['/', '搜索视频'],
    ['Esc', '清空搜索或取消选择；关闭已打开的窗口'],
    ['F6', '转到最新的通知'],
    ['?', '显示快捷键列表'],
  ],
  on: '单键快捷键',
  onHint: '使用语音控制或经常误触时，可关闭此项。',
  close: '关闭',
}
