import type { RefusalWords } from './problem-words'

/** The provider's reasons that deserve a sentence of their own, in Simplified Chinese. */
export const refusalsZh: RefusalWords = {
  real_person: {
    title: '图片中有真人',
    text: '该模型不接受真人照片。请换成绘画作品，或没有人脸的场景。',
  },
  wording: {
    title: '提示词未通过审核',
    text: '服务商的内容审核没有接受这段提示词，请换一种说法再试。',
  },
  image: {
    title: '图片未通过审核',
    text: '服务商的内容审核没有接受其中一张图片，请换一张。',
  },
  video_withheld: {
    title: '成片未获放行',
    text: '影片已经做好，但没有通过服务商的内容审核。请修改提示词后再试。',
  },
  sound_withheld: {
    title: '声音未获放行',
    text: '声音没有通过服务商的内容审核。请关闭“声音”后再试。',
  },
  busy: {
    title: '服务商繁忙',
    text: '同时制作的影片太多，请稍后再试。',
  },
}
