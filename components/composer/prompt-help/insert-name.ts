import type { Locale } from '@/lib/shared/messages/locale'
import { type Edit, isWithin, SIGNS } from './insert-snippet'
import { shotsOf } from './sentences'

/** Inserts an image’s name at the caret, within the sentence; at the end if the caret was not placed. */
export function insertName(prompt: string, caret: number, name: string, language: Locale): Edit {
  const { space } = SIGNS[language]
  const at = isWithin(prompt, caret) ? caret : prompt.length
  const before = /(?:^|\s)$/.test(prompt.slice(0, at)) ? '' : space
  const after = /^[\p{L}\p{N}]/u.test(prompt.slice(at)) ? space : ''
  return { from: at, to: at, text: `${before}${name}${after}` }
}

const LABEL = { en: (shot: number) => `Shot ${shot}: `, zh: (shot: number) => `镜头${shot}：` }
const LABELLED = /^(?:shot|scene|镜头|分镜)\s*[\d一二三四五六七八九十]/i

/** Starts the next shot at the end. An unlabelled prompt becomes the first shot. */
export function insertShot(prompt: string, language: Locale): Edit {
  const { stop, space } = SIGNS[language]
  const label = LABEL[language]
  const text = prompt.trim()
  if (text === '') return { from: 0, to: prompt.length, text: label(1) }
  const count = shotsOf(text).filter((shot) => LABELLED.test(shot.text)).length
  const closed = /[.!?…。！？:：]["”」]?$/.test(text) ? '' : stop
  if (count === 0)
    return { from: 0, to: prompt.length, text: `${label(1)}${text}${closed}${space}${label(2)}` }
  return { from: prompt.trimEnd().length, to: prompt.length, text: `${closed}${space}${label(count + 1)}` }
}
