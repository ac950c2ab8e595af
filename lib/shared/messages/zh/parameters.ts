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
    hint: '使用相同种子可生成相近的视频。留空则每次随机，锁定后可保留。',
    changed: (seed) => `种子 ${seed}`,
  },
  fps: { label: '帧率', hint: '该模型固定输出 24 帧/秒。', changed: (fps) => `${fps} 帧/秒` },
  generate_audio: { label: '声音', hint: '同步生成人声、音效和音乐。', changed: () => '有声' },
  return_last_frame: {
    label: '保存尾帧',
    hint: '同时保存最后一帧图片，方便续写。',
    changed: () => '保存尾帧',
  },
  websearch: { label: '联网搜索', hint: '允许模型先联网查找资料。', changed: () => '联网搜索' },
  execution_expires_after: {
    label: '超时时间',
    hint: '超过该时间仍未完成，服务商将放弃任务。',
    changed: (seconds) => `${number('zh', Number(seconds) / 3_600)} 小时超时`,
  },
}
