import type { Locale } from '@/lib/shared/messages/locale'

const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu

export const countHan = (text: string): number => text.match(HAN)?.length ?? 0
export const countWords = (text: string): number => text.match(LATIN_WORD)?.length ?? 0

/** The language that a prompt is written in; `otherwise` when it has no word yet. */
export function languageOf(prompt: string, otherwise: Locale): Locale {
  const [han, messages] = [countHan(prompt), countWords(prompt)]
  if (han + messages === 0) return otherwise
  return han >= messages ? 'zh' : 'en'
}
