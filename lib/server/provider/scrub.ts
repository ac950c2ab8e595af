import { config } from '@/lib/server/config.js'

const MAX_LENGTH = 500 // characters

/** Makes a provider's message safe to show: removes the API key and control characters, and limits its length. */
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
  return line.length > MAX_LENGTH ? `${line.slice(0, MAX_LENGTH)}…` : line
}
