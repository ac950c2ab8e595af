'use client'
import { createContext, type ReactNode, use } from 'react'
import type { Words } from '@/lib/shared/words/en'
import type { Locale } from '@/lib/shared/words/locale'

const Context = createContext<Words | null>(null)

/** Each language is a file of its own, so that only the reader's reaches the browser. */
const DICTIONARIES: Record<Locale, () => Promise<Words>> = {
  en: async () => (await import('@/lib/shared/words/en')).en,
  zh: async () => (await import('@/lib/shared/words/zh')).zh,
}

const loaded = new Map<Locale, Promise<Words>>()

function load(locale: Locale): Promise<Words> {
  const words = loaded.get(locale) ?? DICTIONARIES[locale]()
  loaded.set(locale, words)
  return words
}

/** Hands the reader's language to everything inside; changing it keeps what is inside as it stands. */
export function WordsProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <Context value={use(load(locale))}>{children}</Context>
}

/** Every text of the page in the reader's language. */
export function useWords(): Words {
  const words = use(Context)
  if (!words) throw new Error('useWords needs a WordsProvider around it.')
  return words
}
