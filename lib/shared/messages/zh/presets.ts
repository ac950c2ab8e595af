import type { presetsEn } from '@/lib/shared/messages/en/presets'

/** Saved prompts with settings, in Simplified Chinese. */
export const presetsZh: typeof presetsEn = {
  title: '预设',
  save: '存为预设',
  name: '名称',
  hint: '保存提示词和设置，不含图片和种子。在提示词中写入 {产品}，使用时会请您填写。',
  share: '与团队共享',
  saved: (name) => `已保存“${name}”。`,
  list: '已保存的预设',
  empty: '还没有预设，保存后会显示在这里。',
  notLoaded: '无法加载预设，请检查网络连接。',
  retry: '重试',
  by: (name) => `由 ${name} 共享`,
  shared: '已与团队共享',
  insert: '使用',
  insertOne: (name) => `使用“${name}”`,
  remove: (name) => `删除“${name}”`,
  confirm: {
    title: (name) => `删除“${name}”？`,
    text: '删除后无法恢复。',
    team: '删除后无法恢复，团队成员也将无法使用。',
    yes: '删除',
  },
  removed: (name) => `已删除“${name}”。`,
  blanks: '请填写空白项。留空的项会原样保留在提示词中。',
  back: '返回',
  close: '关闭',
  inserted: (name) => `“${name}”已填入表单。`,
}
