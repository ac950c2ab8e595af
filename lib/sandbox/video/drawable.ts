import sharp from 'sharp'

/** Unassigned code points, for which fonts draw a box: one with four hex digits, one with more. */
const [SHORT_BOX, LONG_BOX] = ['\u{378}', '\u{1fffd}']
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const known = new Map<string, Promise<boolean>>()

/**
 * Removes graphemes that this machine has no font for. Returns nothing if those are half or more: a shorter caption is
 * better than empty boxes or torn sentences.
 */
export async function drawable(text: string): Promise<string> {
  const all = [...graphemes.segment(text)].map(({ segment }) => segment)
  const possible = await Promise.all(all.map(canDraw))
  const drawn = all.filter((_, n) => possible[n])
  return drawn.length * 2 > all.length ? drawn.join('').trim() : ''
}

function canDraw(grapheme: string): Promise<boolean> {
  const first = String.fromCodePoint(grapheme.codePointAt(0) ?? 32)
  if (/\s/u.test(first)) return Promise.resolve(true)
  if (/[\p{C}]/u.test(first)) return Promise.resolve(false)
  const sample = first <= '~' ? 'A' : first // a font with one ASCII letter has them all
  const answer = known.get(sample) ?? differsFromBox(sample)
  known.set(sample, answer)
  return answer
}

async function differsFromBox(character: string): Promise<boolean> {
  const box = await shapeOf(character.length > 1 ? LONG_BOX : SHORT_BOX)
  return (await shapeOf(character)) !== box
}

/** Size and topmost row of pixels: boxes differ in the hex digits inside, not in their outline. */
async function shapeOf(character: string): Promise<string> {
  const image = sharp({ text: { text: escapeMarkup(character), font: 'sans 20' } })
    .extractChannel(0)
    .raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return `${info.width}x${info.height}:${data.subarray(0, info.width).toString('hex')}`
}

/** Escapes text for Pango markup. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
