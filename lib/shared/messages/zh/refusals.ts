import type { RefusalText } from '@/lib/shared/messages/problem-text'

/** The provider's reasons for which we have our own text, in Simplified Chinese. */
export const refusalsZh: RefusalText = {
  real_person: {
    title: '不支持真人图片',
    text: '该模型不支持真人图片，请使用绘画作品或没有人脸的画面。',
  },
  wording: {
    title: '提示词未通过审核',
    text: '提示词未通过服务商的内容审核，请修改后重试。',
  },
  image: {
    title: '图片未通过审核',
    text: '有一张图片未通过服务商的内容审核，请更换。',
  },
  video_withheld: {
    title: '视频未通过审核',
    text: '视频已生成，但未通过服务商的内容审核。请修改提示词后重试。',
  },
  sound_withheld: {
    title: '声音未通过审核',
    text: '声音未通过服务商的内容审核。请关闭“声音”后重试。',
  },
  busy: {
    title: '服务商繁忙',
    text: '同时生成的视频太多，请稍后重试。',
  },
}
