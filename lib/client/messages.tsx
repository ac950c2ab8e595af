'use client'
import { createContext, type ReactNode, use, useMemo } from 'react'
import type { Words } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'

const Context = createContext<{ locale: Locale; words: Words } | null>(null)

/** Each language is a file of its own, so that only the reader's reaches the browser. */
const DICTIONARIES: Record<Locale, () => Promise<Words>> = {
  en: async () => (await import('@/lib/shared/messages/en')).en,
  zh: async () => (await import('@/lib/shared/messages/zh')).zh,
}

const loaded = new Map<Locale, Promise<Words>>()

function load(locale: Locale): Promise<Words> {
  const words = loaded.get(locale) ?? DICTIONARIES[locale]()
  loaded.set(locale, words)
  return words
}

/** Has a language at hand before the page speaks it. @throws when it cannot be had; asked again, it is fetched again */
export async function fetchWords(locale: Locale): Promise<void> {
  try {
    await load(locale)
  } catch (cause) {
    loaded.delete(locale)
    throw cause
  }
}

/** Hands the reader's language to everything inside; changing it keeps what is inside as it stands. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  const words = use(load(locale))
  const spoken = useMemo(() => ({ locale, words }), [locale, words])
  return <Context value={spoken}>{children}</Context>
}

function useSpoken() {
  const spoken = use(Context)
  if (!spoken) throw new Error('useWords needs a WordsProvider around it.')
  return spoken
}

/** Every text of the first page in the reader's language. */
export const useWords = (): Words => useSpoken().words

/**
 * The texts of something that is fetched only when it is opened: they come with it, in both languages, and weigh
 * nothing before.
 */
export const useLateWords = <Late,>(late: Record<Locale, Late>): Late => late[useSpoken().locale]
