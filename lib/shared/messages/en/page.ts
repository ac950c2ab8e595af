import type { Locale } from '@/lib/shared/messages/locale'
import { crashEn } from './crash'

const other: { locale: Locale; name: string } = { locale: 'zh', name: '中文' }

/** The header, and errors of the page as a whole. */
export const pageEn = {
  skip: 'Skip to your videos',
  home: 'All videos',
  settings: 'Settings',
  sandbox: 'Sandbox',
  sandboxMeans: 'Sandbox: test videos, nothing is billed',
  otherProvider: (host: string) => `Provider: ${host}`,
  otherLanguage: other,
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  notifications: {
    tell: 'Notify me when a video is done',
    ready: 'Your video is ready',
    ended: 'A video failed',
    refused: 'Your browser blocks notifications from this site. You can allow them in its site settings.',
  },
  account: (name: string) => `Account: ${name}`,
  notKept: 'Your choice wasn’t saved. Check your connection and try again, or reload the page.',
  notReached: 'The server can’t be reached. Check your connection, or reload the page: your text is kept.',
  crashed: crashEn,
}
