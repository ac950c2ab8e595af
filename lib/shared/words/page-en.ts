import { crashEn } from './crash-en'
import type { Locale } from './locale'

const other: { locale: Locale; name: string } = { locale: 'zh', name: '中文' }

/** The frame around the work: header, errors of the page as a whole. */
export const pageEn = {
  description: 'Make films from words and photos with SeeDance-2.0.',
  skip: 'Skip to your films',
  home: 'All your films',
  sandbox: 'Sandbox',
  sandboxMeans: 'Sandbox: test films, nothing is billed',
  otherProvider: (host: string) => `Provider: ${host}`,
  otherLanguage: other,
  theme: 'Colours',
  themes: { system: 'Like the system', light: 'Light', dark: 'Dark' },
  notices: {
    tell: 'Tell me when a film is done',
    ready: 'Your film is ready',
    ended: 'A film could not be made',
    refused: 'The browser shows no notices from here. Its settings for this site can change that.',
  },
  account: (name: string) => `Account of ${name}`,
  notKept: 'Your choice could not be kept. Check the connection and try again, or reload the page.',
  notReached:
    'The studio could not be reached for that. Check the connection, or reload the page: what you wrote stays.',
  notFound: {
    title: 'There is no page here',
    text: 'The address may be mistyped, or what stood here was deleted.',
    home: 'Go to the studio',
  },
  crashed: crashEn,
}
