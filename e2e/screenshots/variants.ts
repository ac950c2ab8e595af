import type { BrowserContextOptions } from '@playwright/test'
import { en, type Words } from '@/lib/shared/messages/en'
import { zh } from '@/lib/shared/messages/zh'

export type Look = { name: string; words: Words; options: BrowserContextOptions }

const DESKTOP = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const look = (size: 'desktop' | 'phone', colorScheme: 'light' | 'dark', language: 'en' | 'zh'): Look => ({
  name: `${size}-${colorScheme}-${language}`,
  words: { en, zh }[language],
  options: {
    ...{ desktop: DESKTOP, phone: PHONE }[size],
    colorScheme,
    locale: { en: 'en-US', zh: 'zh-CN' }[language],
    reducedMotion: 'reduce',
  },
})

/** Ways to see the studio: each pair of size, colours and language occurs once. */
export const LOOKS: Look[] = [
  look('desktop', 'light', 'en'),
  look('desktop', 'dark', 'zh'),
  look('phone', 'light', 'zh'),
  look('phone', 'dark', 'en'),
]

/** And these, for whoever wants to see and not only to check. */
export const MORE_LOOKS: Look[] = [look('desktop', 'dark', 'en')]
