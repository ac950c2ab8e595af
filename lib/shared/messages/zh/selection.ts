import type { selectionEn } from '@/lib/shared/messages/en/selection'

/** Selecting several videos and what can be done with them, in Simplified Chinese. */
export const selectionZh: typeof selectionEn = {
  check: '选择',
  title: '批量操作',
  count: (count) => `已选 ${count} 个`,
  hidden: (count) => `${count} 个不在当前列表`,
  all: '全选',
  download: '下载',
  star: '收藏',
  unstar: '取消收藏',
  tags: '标签',
  share: '共享',
  unshare: '停止共享',
  compare: '对比',
  compareHint: '请选择两到四个已完成的视频进行对比。',
  remove: '删除',
  clear: '取消选择',
  tooMany: (limit) => `一个压缩包最多 ${limit} 个视频，请减少选择，其余分次下载。`,
  confirmShare: {
    title: (count) => `与团队共享这 ${count} 个视频？`,
    text: '团队成员可以看到视频、提示词、图片和标签，也可以复制图片来生成自己的视频。',
    yes: '共享',
  },
  confirmRemove: {
    title: (count) => `删除 ${count} 个视频？`,
    text: (count) => `其中 ${count} 个正在生成或未收到结果，删除后仍可能计费，且无法恢复。`,
    yes: '删除',
  },
  notStarred: (count, why) => `${count} 个视频的收藏状态未更改。${why}`,
  notShared: (count, why) => `${count} 个视频的共享设置未更改。${why}`,
  notTagged: (count, why) => `${count} 个视频的标签未更改。${why}`,
  notRemoved: (count, why) => `${count} 个视频未能删除。${why}`,
  notRemovable: '所选内容都无法删除：正在提交，或属于他人。',
}
