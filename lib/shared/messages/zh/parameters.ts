import type { ParameterMessages } from '@/lib/shared/messages/en/parameters'
import { number } from '@/lib/shared/messages/numbers'
import type { ParameterName } from '@/lib/shared/models'

/** Every parameter of every model, in Simplified Chinese. */
export const parametersZh: Record<ParameterName, ParameterMessages> = {
  ratio: { label: '画面比例' },
  duration: { label: '时长' },
  resolution: { label: '分辨率' },
  seed: {
    label: '随机种子',
    changed: (seed) => `种子 ${seed}`,
  },
  fps: { label: '帧率', changed: (fps) => `${fps} 帧/秒` },
  generate_audio: { label: '声音', hint: '同步生成人声、音效和音乐。', changed: () => '有声' },
  return_last_frame: {
    label: '保存尾帧',
    changed: () => '保存尾帧',
  },
  websearch: { label: '联网搜索', changed: () => '联网搜索' },
  execution_expires_after: {
    label: '超时时间',
    changed: (seconds) => `${number('zh', Number(seconds) / 3_600)} 小时超时`,
  },
}
