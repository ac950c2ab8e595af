import type { tagsEn } from '@/lib/shared/messages/en/tags'
import { TAGS } from '@/lib/shared/tags'
import { tooLongZh } from './too-long'

/** Tags of videos, in Simplified Chinese. */
export const tagsZh: typeof tagsEn = {
  title: '标签',
  titleMany: (count) => `${count} 个视频的标签`,
  field: '添加标签',
  placeholder: '添加标签',
  hint: '按回车或输入逗号添加。',
  suggestions: '常用标签',
  remove: (tag) => `移除标签“${tag}”`,
  some: '部分视频已有以下标签，点击可添加到全部：',
  addToAll: (tag, count, of) => `${tag}（${count}/${of}）`,
  tooLong: (length) => tooLongZh('标签', length, TAGS.characters),
  tooMany: (limit: number) => `每个视频最多 ${limit} 个标签，请先移除一个。`,
  shownBy: (tag) => `查看带有标签“${tag}”的视频`,
  save: '保存',
  cancel: '取消',
  notTagged: (why) => `标签未更改。${why}`,
  none: '还没有标签，可在视频的菜单中添加。',
  menu: '按标签筛选',
  clear: (tag) => `取消按“${tag}”筛选`,
}
