import type { Locale } from '@/lib/shared/messages/locale'

const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu

export const countHan = (text: string): number => text.match(HAN)?.length ?? 0
export const countWords = (text: string): number => text.match(LATIN_WORD)?.length ?? 0

/** The language of a prompt; `otherwise` if it has no words yet. */
export function languageOf(prompt: string, otherwise: Locale): Locale {
  const [han, words] = [countHan(prompt), countWords(prompt)]
  if (han + words === 0) return otherwise
  return han >= words ? 'zh' : 'en'
}
