import type { ReadableGeneration } from '@/lib/shared/generation'
import { modelOrDefault, toFields } from '@/lib/shared/models'

const ADDRESS = 'https://api.tensorslab.com'
const NAMES = ['first-frame', 'last-frame']

/** What a terminal would carry out instead of pasting it, such as Ctrl-C; a prompt may be another person's. */
const CONTROLS = /(?!\n)\p{Cc}/u

/** Quotes any text for a POSIX shell. */
const quoted = (text: string): string =>
  CONTROLS.test(text) ? escaped(text) : `'${text.replaceAll("'", `'\\''`)}'`

/** Quotes text with controls for bash, zsh and other shells that know `$'…'`. */
const escaped = (text: string): string =>
  `$'${text.replace(/[\\']/g, '\\$&').replace(new RegExp(CONTROLS, 'gu'), byteEscapes)}'`

/** The UTF-8 bytes of a control in octal, which ends after three digits, unlike hexadecimal in some shells. */
const byteEscapes = (sign: string): string =>
  [...new TextEncoder().encode(sign)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')

/**
 * The request to the provider as a curl command, without the key. Uses `--form-string`, because `--form` would cut a
 * prompt at `;`, drop its quotes, and read one that starts with @ or < from a file.
 */
export function curlOf({
  model,
  prompt,
  settings,
  images,
}: Pick<ReadableGeneration, 'model' | 'prompt' | 'settings' | 'images'>): string {
  const fields = Object.entries(toFields({ model, prompt, settings })).map(
    ([name, value]) => `--form-string ${quoted(`${name}=${value}`)}`,
  )
  const files = images.map((_, slot) => `--form ${quoted(`sourceImage=@${NAMES[slot] ?? slot + 1}`)}`)
  return [
    `curl ${ADDRESS}${modelOrDefault(model).path}`,
    '--header "Authorization: Bearer $TENSORSLAB_API_KEY"',
    ...fields,
    ...files,
  ].join(' \\\n  ')
}
