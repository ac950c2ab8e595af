import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { MessagesProvider } from '@/lib/client/messages'
import { NowProvider } from '@/lib/client/now'
import { withBasePath } from '@/lib/shared/base-path'
import { LANG } from '@/lib/shared/messages/locale'
import { readerLocale, readerMessages, readerTheme } from './reader'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const { description } = await readerMessages()
  return {
    title: 'Promptreel',
    description,
    robots: { index: false, follow: false },
    // Both, because naming one makes Next forget the files it would have found by itself.
    icons: {
      icon: { url: withBasePath('/icon.svg'), type: 'image/svg+xml' },
      apple: withBasePath('/icons/touch-180.png'),
    },
  }
}

/** Colour of the browser’s chrome around the page; the same as `--page` in globals.css. */
const THEME_COLOR = { light: '#f7f6f4', dark: '#131211' } as const

export async function generateViewport(): Promise<Viewport> {
  const theme = await readerTheme()
  // Up to the edges, so that the bar at the bottom reaches behind a phone's home indicator; globals.css keeps clear of the rest.
  const viewportFit = 'cover'
  if (theme !== 'system') return { viewportFit, themeColor: THEME_COLOR[theme] }
  return {
    viewportFit,
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: THEME_COLOR.light },
      { media: '(prefers-color-scheme: dark)', color: THEME_COLOR.dark },
    ],
  }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await readerLocale()
  const { noScript } = await readerMessages()
  return (
    <html lang={LANG[locale]} data-theme={await readerTheme()}>
      <body>
        {/* Blocks rendering until the document is complete: a partial row of videos would reflow with each one that follows. */}
        <link rel="expect" href="#end" blocking="render" />
        <noscript>
          <p className="border-b bg-panel px-4 py-3 text-sm">{noScript}</p>
        </noscript>
        <MessagesProvider locale={locale}>
          <NowProvider asked={Date.now()}>{children}</NowProvider>
        </MessagesProvider>
        <span id="end" hidden />
      </body>
    </html>
  )
}
