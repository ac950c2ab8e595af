'use client'
import { useHydrated } from '@/components/ui/use-hydrated'
import { withBasePath } from '@/lib/shared/base-path'
import { crashEn } from '@/lib/shared/messages/en/crash'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/messages/locale'
import { crashZh } from '@/lib/shared/messages/zh/crash'
import { ErrorPage } from './error-page'

/** The browser’s language: when even the layout failed, the user’s choice is unknown. */
const useBrowserLocale = (): Locale =>
  useHydrated() ? chooseLocale(undefined, navigator.languages.join()) : 'en'

/** Replaces the whole document when the root layout failed. */
export function GlobalErrorPage({ again }: { again: () => void }) {
  const locale = useBrowserLocale()
  const messages = { en: crashEn, zh: crashZh }[locale]
  return (
    <html lang={LANG[locale]}>
      <body>
        <title>{messages.title}</title>
        <link rel="icon" href={withBasePath('/icon.svg')} type="image/svg+xml" />
        <ErrorPage
          title={messages.title}
          text={messages.text}
          action={{ label: messages.again, onPress: again }}
        />
      </body>
    </html>
  )
}
