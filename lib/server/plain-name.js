// In JavaScript, because the environment is checked with it before anything else is loaded: see config.js.

/**
 * Signs that are not seen, or that change how what stands around them is seen: control and format signs (among them
 * those of the writing direction and of no width), line breaks, halves of signs, fillers that look like nothing.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu')

/**
 * Whether a name reads as it is written, so that nobody can pass for somebody else by signs that are not seen.
 * @param {string} name
 */
export const isPlainName = (name) => !UNSEEN.test(name)

/**
 * A name from elsewhere, without the signs that {@link isPlainName} refuses, at most 100 UTF-16 units; '' where none is
 * left.
 * @param {string} name
 */
export const plainName = (name) =>
  name
    .replace(ALL_UNSEEN, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
