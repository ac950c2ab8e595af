import type { BrowserContextOptions } from '@playwright/test'
import { en, type Messages } from '@/lib/shared/messages/en'
import { zh } from '@/lib/shared/messages/zh'

export type Variant = { name: string; messages: Messages; options: BrowserContextOptions }

const DESKTOP = { viewport: { width: 1440, height: 900 } }
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const variant = (size: 'desktop' | 'phone', colorScheme: 'light' | 'dark', language: 'en' | 'zh'): Variant => ({
  name: `${size}-${colorScheme}-${language}`,
  messages: { en, zh }[language],
  options: {
    ...{ desktop: DESKTOP, phone: PHONE }[size],
    colorScheme,
    locale: { en: 'en-US', zh: 'zh-CN' }[language],
    reducedMotion: 'reduce',
  },
})

/** Four of the eight combinations: each pair of size, colour scheme and language occurs once. */
export const VARIANTS: Variant[] = [
  variant('desktop', 'light', 'en'),
  variant('desktop', 'dark', 'zh'),
  variant('phone', 'light', 'zh'),
  variant('phone', 'dark', 'en'),
]

/** Variants for screenshots only, not for checks. */
export const MORE_VARIANTS: Variant[] = [variant('desktop', 'dark', 'en')]
