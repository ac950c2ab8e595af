import sharp from '@/lib/sandbox/sharp'

/** Never assigned, so that fonts show their box for them: one for the codes of four hex digits, one for longer ones. */
const [SHORT_BOX, LONG_BOX] = ['\u{378}', '\u{1fffd}']
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const known = new Map<string, Promise<boolean>>()

/**
 * The text without what this machine has no font for, and nothing at all where that is most of it: rather a shorter
 * caption than one of empty boxes or torn sentences.
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

/** Size and topmost row: the hex digits inside of two boxes differ, their outlines do not. */
async function shapeOf(character: string): Promise<string> {
  const image = sharp({ text: { text: escapeMarkup(character), font: 'sans 20' } })
    .extractChannel(0)
    .raw()
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return `${info.width}x${info.height}:${data.subarray(0, info.width).toString('hex')}`
}

/** Text as Pango takes it, which reads markup. */
export function escapeMarkup(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
