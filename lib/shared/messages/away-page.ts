import { withBasePath } from '@/lib/shared/base-path'
import { LANG, type Locale } from './locale'

const MESSAGES = {
  en: {
    title: 'We’ll be right back',
    text: 'The server can’t reach its database right now. Your videos are safe, and nothing was sent. This page reloads by itself.',
  },
  zh: {
    title: '稍后即可恢复',
    text: '服务器暂时无法连接数据库。视频都在，也没有提交任何内容。页面会自动刷新。',
  },
} as const satisfies Record<Locale, unknown>

/** A complete HTML page without scripts or styles, shown while the database is unreachable. */
export function awayPage(locale: Locale): string {
  const { title, text } = MESSAGES[locale]
  return `<!doctype html>
<html lang="${LANG[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="5">
<link rel="icon" href="${withBasePath('/icon.svg')}" type="image/svg+xml">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`
}
