import { closestRatio } from '@/lib/shared/models'

const EXTENSIONS: Record<string, string> = {
  'video/mp4': 'mp4',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
}

/**
 * A word as its script writes it: letters and digits with their marks and joiners, and with apostrophes, hyphens and middle
 * dots inside. Everything that a file system could object to lies between words.
 */
const WORD =
  /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’ʼ·‧・\-‐‑](?=[\p{L}\p{N}]))*/gu

const WORDS = 6
/** File systems allow 255 bytes or UTF-16 units; ratio, date and whatever a browser appends need room. */
const LIMIT = { characters: 60, bytes: 180 }

type About = { prompt: string; created_at: string }
type File = { type: string; width: number; height: number }

/**
 * The file name of a download: the prompt's first six words, the ratio and the date. The name can't be one that Windows
 * reserves, because no such name has more than one word.
 */
export function downloadName({ prompt, created_at }: About, { type, width, height }: File): string {
  const ratio = closestRatio(width, height)
  const words = (prompt.normalize('NFC').match(WORD) ?? []).slice(0, WORDS).join(' ')
  return `${shortened(words) || 'video'} ${ratio.replace(':', 'x')} ${created_at.slice(0, 10)}.${EXTENSIONS[type] ?? 'bin'}`
}

/** Cut to the limits, but never within what readers see as one character. */
function shortened(text: string): string {
  let short = ''
  let characters = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    characters++
    if (characters > LIMIT.characters || Buffer.byteLength(short + segment) > LIMIT.bytes) break
    short += segment
  }
  return short.trim()
}
