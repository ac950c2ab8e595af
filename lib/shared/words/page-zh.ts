import { crashZh } from './crash-zh'
import type { pageEn } from './page-en'

/** The frame around the work, in Simplified Chinese. */
export const pageZh: typeof pageEn = {
  description: '用文字和照片，通过 SeeDance-2.0 制作影片。',
  skip: '跳到影片列表',
  home: '全部影片',
  sandbox: '沙盒',
  sandboxMeans: '沙盒：仅生成测试影片，不计费',
  otherProvider: (host) => `服务商：${host}`,
  otherLanguage: { locale: 'en', name: 'English' },
  theme: '配色',
  themes: { system: '跟随系统', light: '浅色', dark: '深色' },
  notices: {
    tell: '影片完成时通知我',
    ready: '影片已完成',
    ended: '有一部影片未能制作',
    refused: '浏览器不允许这里显示通知，可在浏览器的网站设置中更改。',
  },
  account: (name) => `${name} 的账户`,
  notKept: '您的选择没能保存。请检查网络后再试，或重新加载页面。',
  notReached: '暂时连不上服务器。请检查网络，或重新加载页面；已填写的内容会保留。',
  notFound: {
    title: '这里没有页面',
    text: '网址可能有误，或者原来的内容已被删除。',
    home: '前往创作页',
  },
  crashed: crashZh,
}
