import sharp from 'sharp'
import { drawable, escapeMarkup } from './drawable'

const FONTS = 'Inter, Helvetica Neue, Liberation Sans, DejaVu Sans, sans-serif'
const PROMPT_LINES = 2
const PROMPT_CUT = 220 // graphemes, more than ever fit; avoids measuring a prompt of 8192 characters

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Draws the band at the lower edge: the prompt in at most two lines and the settings below, on a soft shade.
 * @returns a PNG as wide as the video, or null when no font is installed
 */
export async function caption(prompt: string, settings: string, width: number, height: number) {
  if ((await drawable('A')) === '') return null
  const size = Math.round(Math.min(width, height) / 28)
  const margin = Math.round(Math.min(width, height) / 18)
  const room = width - 2 * margin
  const label = await line(
    `<span foreground="#ffffffc0"><b><span letter_spacing="1500">SANDBOX</span></b>  ${escapeMarkup(settings)}</span>`,
    size * 0.74,
    room,
  )
  const text = await fitted(await drawable(prompt.replace(/\s+/gu, ' ').slice(0, 4 * PROMPT_CUT)), size, room)
  const gap = text ? Math.round(size * 0.6) : 0
  const content = label.info.height + gap + (text?.info.height ?? 0)
  const band = Math.min(height, content + margin * 3)
  return sharp(shade(width, band))
    .composite([
      { input: label.data, left: margin, top: band - margin - label.info.height },
      ...(text ? [{ input: text.data, left: margin, top: band - margin - content }] : []),
    ])
    .png()
    .toBuffer()
}

/** Shortens the text with an ellipsis until it fits its lines; null when nothing is left. */
async function fitted(text: string, size: number, room: number) {
  if (text === '') return null
  const all = [...graphemes.segment(text)].map(({ segment }) => segment)
  for (let keep = Math.min(all.length, PROMPT_CUT); keep > 0; keep = Math.floor(keep * 0.92)) {
    const shown = keep < all.length ? `${all.slice(0, keep).join('').trimEnd()}…` : text
    const drawn = await line(`<span foreground="#ffffff">${escapeMarkup(shown)}</span>`, size, room)
    if (drawn.info.height <= PROMPT_LINES * size * 1.35 && drawn.info.width <= room) return drawn
  }
  return null
}

/** At 72 dpi, Pango's points equal pixels. */
function line(markup: string, size: number, room: number) {
  const font = `${FONTS} ${size}`
  return sharp({ text: { text: markup, font, width: room, rgba: true, dpi: 72, wrap: 'word-char' } })
    .png()
    .toBuffer({ resolveWithObject: true })
}

function shade(width: number, height: number): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
      <linearGradient id="shade" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stop-opacity="0"/><stop offset=".45" stop-opacity=".38"/><stop offset="1" stop-opacity=".72"/>
      </linearGradient>
      <rect width="100%" height="100%" fill="url(#shade)"/>
    </svg>`,
  )
}
