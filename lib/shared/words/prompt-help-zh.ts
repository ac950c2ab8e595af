import { number } from './numbers'
import type { promptHelpEn } from './prompt-help-en'

const n = (value: number) => number('zh', value)

/** What helps with the words of a prompt, in Simplified Chinese. */
export const promptHelpZh: typeof promptHelpEn = {
  shots: {
    title: '分镜',
    advice: '一部影片可以有多个镜头：15 秒约三个。',
    next: '下一个镜头',
  },
  images: {
    title: '图片',
    advice: '提到图片时，直接用它的名字。',
    names: ['图片1', '图片2'],
  },
  soundOff: '声音已关闭，这些内容不会被听到。',
  soundOn: '打开声音',
  soundIsOn: '声音已打开。',
  hints: {
    noImage: (image) => `表单里没有图片${image}。请添加图片，或用文字描述其内容。`,
    imageName: (image) => `该模型按名字识别图片，请直接写“图片${image}”。`,
    silent: '提示词中有需要听到的内容，但声音已关闭。',
    moves: '同一个镜头里有两种运镜，可能互相干扰。一个镜头一种运镜效果最好。',
    negative: '该模型没有负面提示词，请改写为希望看到的内容。',
    booster: (found) => `“${found}”对该模型不起作用，不如写一句光线或风格。`,
    longWords: (limit) => `超过约 ${n(limit)} 个单词后，细节容易丢失。`,
    longHan: (limit) => `超过约 ${n(limit)} 个汉字后，细节容易丢失。`,
  },
  dismiss: '隐藏这条提示',
}
