import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { parseTheme } from '@/components/studio'
import { en, WordsProvider, zh } from '@/lib/client/words'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/words/locale'
import { pageEn } from '@/lib/shared/words/page-en'
import { pageZh } from '@/lib/shared/words/page-zh'
import './globals.css'

/** The dictionaries as the browser gets them: references, so that only the one in use is fetched. */
const WORDS = { en, zh } as const

async function locale(): Promise<Locale> {
  return chooseLocale((await cookies()).get('locale')?.value, (await headers()).get('accept-language'))
}

export async function generateMetadata(): Promise<Metadata> {
  const { description } = { en: pageEn, zh: pageZh }[await locale()]
  return { title: 'Promptreel', description }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f6f4' },
    { media: '(prefers-color-scheme: dark)', color: '#131211' },
  ],
}

export default async function Layout({ children }: { children: ReactNode }) {
  const language = await locale()
  const theme = parseTheme((await cookies()).get('theme')?.value)
  return (
    <html lang={LANG[language]} data-theme={theme}>
      <body>
        <WordsProvider words={WORDS[language]}>{children}</WordsProvider>
      </body>
    </html>
  )
}
