// In JavaScript, because the environment is checked with it before anything else is loaded: see lib/server/config.js.

/**
 * A character that people can see: a letter, digit, sign or symbol. Marks alone have nothing to stand on. Left out are the
 * blanks among letters and symbols (fillers, the blank Braille pattern, the empty notehead and hieroglyphs), and the signs
 * that stand where something was lost. Neither private use nor unassigned characters mean anything to anyone else.
 */
const VISIBLE =
  /(?![\p{Default_Ignorable_Code_Point}\u2800\ufffc\ufffd\u{1d159}\u{13441}\u{13442}])[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * True for a text that shows something. What shows nothing, such as zero-width characters, fillers, controls or private use
 * alone, is no prompt, no name and no search. Says nothing against such characters beside others: emoji, Persian and Indic
 * scripts need them.
 * @param {string} text
 */
export const isVisible = (text) => VISIBLE.test(text)

const BROKEN = /\p{Cs}/u

/**
 * True when a text contains half of a surrogate pair, which can't be encoded: it would be sent as U+FFFD.
 * @param {string} text
 */
export const hasBrokenCharacter = (text) => BROKEN.test(text)
