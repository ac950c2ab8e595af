import { config } from '@/lib/server/config.js'

const LONGEST = 500 // characters of the provider's text that are worth showing

/** The provider's own words, made safe to show: without the key, control characters or endless length. */
export function scrub(text: string): string {
  const key = config().TENSORSLAB_API_KEY
  const forms = [
    key,
    encodeURIComponent(key),
    Buffer.from(key).toString('base64'),
    JSON.stringify(key).slice(1, -1),
  ]
  const clean = forms.reduce((rest, form) => rest.replaceAll(form, '•••'), text)
  const line = clean.replace(/\p{Cc}+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}
