import { LANG, type Locale } from './locale'

const WORDS = {
  en: {
    title: 'The studio will be back in a moment',
    text: 'It cannot reach its database just now. Your videos are safe, and nothing was sent. This page tries again by itself.',
  },
  zh: {
    title: '稍后即可恢复',
    text: '暂时无法连接数据库。您的视频都在，也没有提交任何内容。本页会自动重试。',
  },
} as const satisfies Record<Locale, unknown>

/** A page by itself, without script or style, for when no other can be made. */
export function awayPage(locale: Locale): string {
  const { title, text } = WORDS[locale]
  return `<!doctype html>
<html lang="${LANG[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="5">
<title>${title}</title>
<h1>${title}</h1>
<p>${text}</p>
</html>
`
}
