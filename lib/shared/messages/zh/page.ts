import type { pageEn } from '@/lib/shared/messages/en/page'
import { crashZh } from './crash'

/** The header, and errors of the page as a whole, in Simplified Chinese. */
export const pageZh: typeof pageEn = {
  skip: '跳到视频列表',
  home: '全部视频',
  settings: '设置',
  sandbox: '沙盒',
  sandboxMeans: '沙盒：仅生成测试视频，不计费',
  otherProvider: (host) => `服务商：${host}`,
  otherLanguage: { locale: 'en', name: 'English' },
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  notifications: {
    tell: '视频生成后通知我',
    ready: '视频已生成',
    ended: '有一个视频生成失败',
    refused: '浏览器已禁止本站通知，可在浏览器的网站设置中开启。',
  },
  account: (name) => `${name} 的账户`,
  notKept: '设置未保存。请检查网络后重试，或刷新页面。',
  notReached: '无法连接服务器。请检查网络，或刷新页面；已填写的内容会保留。',
  crashed: crashZh,
}
