import { LANG, type Locale } from './locale'

const MESSAGES = {
  en: {
    title: 'Wrong address',
    team: {
      text: 'This studio is available only at',
      note: 'Already at that address? Then whoever runs the studio has to let the proxy in front of it pass on the Host header.',
    },
    local: {
      text: 'This studio is available only on the computer that it runs on, at',
      note: 'To open it to others, whoever runs it has to set up sign-in: see “Team mode” in the README.',
    },
  },
  zh: {
    title: '访问地址有误',
    team: {
      text: '请通过以下地址访问：',
      note: '如果访问的已是该地址，请联系管理员检查反向代理是否转发了 Host 请求头。',
    },
    local: {
      text: '仅限在运行本服务的电脑上访问，地址为：',
      note: '如需开放给其他人，请由管理员启用登录功能，参见 README 中的“Team mode”一节。',
    },
  },
} as const satisfies Record<Locale, unknown>

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * A complete HTML page without scripts or styles, shown under a host name that isn't the studio's.
 * @param mode whose studio it is: a team's, or of the one person at this machine
 * @param address the studio's own; `path` is what was asked for, with its query, for the link
 */
export function wrongHostPage(
  locale: Locale,
  mode: 'team' | 'local',
  { address, path }: { address: string; path: string },
): string {
  const { title } = MESSAGES[locale]
  const { text, note } = MESSAGES[locale][mode]
  return `<!doctype html>
<html lang="${LANG[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<h1>${title}</h1>
<p>${text} <a href="${escaped(address + path)}">${escaped(address)}</a></p>
<p>${note}</p>
</html>
`
}
