// In JavaScript, because the environment is checked with it before anything else is loaded: see config.js.
import { isVisible } from '../shared/visible-text.js' // plain Node runs this file: it knows no '@/'

/**
 * Invisible characters, and those that change how their neighbours look: control and format characters (such as direction
 * marks and zero-width ones), line breaks, lone surrogates, blank fillers.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')

/**
 * True for a name that shows something, and has no invisible characters, with which one person could pass for another.
 * @param {string} name
 */
export const isPlainName = (name) => isVisible(name) && !UNSEEN.test(name)

/**
 * A name from elsewhere without the characters that {@link isPlainName} refuses, at most 100 UTF-16 units; '' when nothing is
 * left.
 * @param {string} name
 */
export function plainName(name) {
  const plain = name
    .replace(ALL_UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
  return isVisible(plain) ? plain : ''
}
