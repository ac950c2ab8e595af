import type { ReadableGeneration } from '@/lib/shared/generation'
import { modelOrDefault, toFields } from '@/lib/shared/models'

const ADDRESS = 'https://api.tensorslab.com'
const NAMES = ['first-frame', 'last-frame']

/** Quotes any text for a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * The request to the provider as a curl command, without the key. Uses `--form-string`, because `--form` would read a
 * prompt that starts with @ as a file name.
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
