'use client'
import { useHydrated } from '@/components/ui/use-hydrated'
import { crashEn } from '@/lib/shared/messages/en/crash'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { crashZh } from '@/lib/shared/messages/zh/crash'
import { ErrorPage } from './error-page'

/** What the browser asks for: where even the layout broke, nobody knows what the reader chose. */
const useBrowserLocale = (): Locale =>
  useHydrated() ? chooseLocale(undefined, navigator.languages.join()) : 'en'

/** In place of everything, when the frame around all pages broke. */
export function GlobalErrorPage({ again }: { again: () => void }) {
  const locale = useBrowserLocale()
  const messages = { en: crashEn, zh: crashZh }[locale]
  return (
    <html lang={LANG[locale]}>
      <body>
        <title>{messages.title}</title>
        <ErrorPage
          title={messages.title}
          text={messages.text}
          action={{ label: messages.again, onPress: again }}
        />
      </body>
    </html>
  )
}
