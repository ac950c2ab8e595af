'use client'
import { createContext, type ReactNode, use } from 'react'
import type { Words } from '@/lib/shared/words/en'

const Context = createContext<Words | null>(null)

/** Hands the reader's language to everything inside. */
export function WordsProvider({ words, children }: { words: Words; children: ReactNode }) {
  return <Context value={words}>{children}</Context>
}

/** Every text of the page in the reader's language. */
export function useWords(): Words {
  const words = use(Context)
  if (!words) throw new Error('useWords needs a WordsProvider around it.')
  return words
}
