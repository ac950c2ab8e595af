'use client'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'

const Context = createContext<{ locale: Locale; messages: Messages } | null>(null)

/** Each language is a chunk of its own, so that the browser loads only one. */
const DICTIONARIES: Record<Locale, () => Promise<Messages>> = {
  en: async () => (await import('@/lib/shared/messages/en')).en,
  zh: async () => (await import('@/lib/shared/messages/zh')).zh,
}

const loaded = new Map<Locale, Promise<Messages>>()

function load(locale: Locale): Promise<Messages> {
  const messages = loaded.get(locale) ?? DICTIONARIES[locale]()
  loaded.set(locale, messages)
  return messages
}

/**
 * Preloads a language before switching to it. Can be called again after a failure.
 * @throws Error when it cannot be loaded
 */
export async function loadMessages(locale: Locale): Promise<void> {
  try {
    await load(locale)
  } catch (cause) {
    loaded.delete(locale)
    throw cause
  }
}

/** Provides the messages of a locale. Switching it keeps the state of everything below. */
export function MessagesProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const messages = use(load(locale))
  const localized = useMemo(() => ({ locale, messages }), [locale, messages])
  return <Context value={localized}>{children}</Context>
}

function useLocalized() {
  const localized = use(Context)
  if (!localized) throw new Error('useMessages needs a MessagesProvider around it.')
  return localized
}

/** The reader's language. */
export const useLocale = (): Locale => useLocalized().locale

/** Texts of a lazily loaded part, bundled with it in both languages. */
type Lazy<Texts> = Record<Locale, Texts>

/** The page’s messages: all of them, one section, or the section bundled with a lazily loaded part. */
export function useMessages(): Messages
export function useMessages<Section extends keyof Messages>(section: Section): Messages[Section]
export function useMessages<Texts>(lazy: Lazy<Texts>): Texts
export function useMessages(which?: keyof Messages | Lazy<unknown>): unknown {
  const { locale, messages } = useLocalized()
  if (which === undefined) return messages
  return typeof which === 'string' ? messages[which] : which[locale]
}
