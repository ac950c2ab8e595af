import type { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('zh', value)

/** Help with writing a prompt, in Simplified Chinese. */
export const promptHelpZh: typeof promptHelpEn = {
  shots: {
    title: '分镜',
    advice: '一个视频可包含多个镜头：15 秒约三个。',
    next: '下一个镜头',
  },
  images: {
    title: '图片',
    advice: '提到图片时，请直接写名称。',
    names: ['图片1', '图片2'],
  },
  soundOff: '声音已关闭。',
  soundOn: '开启声音',
  soundIsOn: '声音已开启。',
  hints: {
    noImage: (image) => `没有图片${image}。请添加图片，或用文字描述其内容。`,
    imageName: (image) => `该模型按名称识别图片，请直接写“图片${image}”。`,
    muted: '提示词中包含声音，但声音已关闭。',
    moves: '一个镜头有两种运镜，可能互相干扰。一个镜头用一种运镜，效果最好。',
    negative: '该模型不支持反向提示词，请改写为希望看到的内容。',
    booster: (found) => `“${found}”对该模型无效，建议改为描述光线或风格。`,
    longWords: (limit) => `超过约 ${n(limit)} 个单词后，细节容易丢失。`,
    longHan: (limit) => `超过约 ${n(limit)} 个汉字后，细节容易丢失。`,
  },
  dismiss: '隐藏这条提示',
}
