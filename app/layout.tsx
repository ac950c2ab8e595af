import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { parseTheme } from '@/components/studio'
import { WordsProvider } from '@/lib/client/words'
import { chooseLocale, LANG, type Locale } from '@/lib/shared/words/locale'
import { pageEn } from '@/lib/shared/words/page-en'
import { pageZh } from '@/lib/shared/words/page-zh'
import './globals.css'

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
        <WordsProvider locale={language}>{children}</WordsProvider>
      </body>
    </html>
  )
}
