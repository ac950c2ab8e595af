import { type Colour, PALETTES } from './palettes'

const SHORT_SIDE = 72 // px; scaling a soft field up in ffmpeg costs less than drawing it large
const RAMP_STEPS = 1024
const TAU = 2 * Math.PI

/** Frames of raw rgb24, small but with the video's aspect ratio. */
export type ColourField = { width: number; height: number; frames: Iterable<Uint8Array> }

type Weave = { angle: number; phase: number; drift: number; ramp: Uint8Array }

/** Slow folds of one palette, like silk in a light wind. Deterministic for a seed. */
export function colourField(width: number, height: number, count: number, seed: number): ColourField {
  const scale = SHORT_SIDE / Math.min(width, height)
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const random = randomFrom(seed)
  const weave: Weave = {
    ramp: rampOf(PALETTES[Math.floor(random() * PALETTES.length)] ?? []),
    angle: 0.35 + 0.5 * random(),
    phase: random() * TAU,
    drift: random() < 0.5 ? -1 : 1,
  }
  const frames = {
    *[Symbol.iterator]() {
      for (let frame = 0; frame < count; frame++) yield draw(size.width, size.height, weave, frame / 24)
    },
  }
  return { ...size, frames }
}

function draw(width: number, height: number, { angle, phase, drift, ramp }: Weave, time: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 3)
  const side = Math.min(width, height)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const t = 0.8 * time * drift
  let at = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const u = (cos * (column - width / 2) + sin * (row - height / 2)) / side
      const v = (cos * (row - height / 2) - sin * (column - width / 2)) / side
      // Two nested bends, which turn stripes into drapery.
      const x = u + 0.21 * Math.sin(2.4 * v + 0.34 * t + phase) + 0.08 * Math.sin(5.2 * v - 0.42 * t)
      const y = v + 0.24 * Math.sin(2.9 * x - 0.27 * t + 2 * phase)
      const wave = Math.sin(3.4 * y + 0.38 * t + phase) + 0.55 * Math.sin(4.3 * x + 2.1 * y - 0.5 * t)
      const light = (wave / 1.55 + 1) / 2
      const crest = light ** 1.7 + 0.05 * Math.sin(17 * y + 6 * x + 0.5 * t) * light
      const step = Math.max(0, Math.min(RAMP_STEPS - 1, Math.round(crest * RAMP_STEPS))) * 3
      pixels[at++] = ramp[step] ?? 0
      pixels[at++] = ramp[step + 1] ?? 0
      pixels[at++] = ramp[step + 2] ?? 0
    }
  }
  return pixels
}

/** The palette as a smooth ramp of rgb bytes. Colours blend with Gaussian weights, so that no edge shows. */
function rampOf(palette: readonly Colour[]): Uint8Array {
  const ramp = new Uint8Array(RAMP_STEPS * 3)
  for (let step = 0; step < RAMP_STEPS; step++) {
    const position = (step / RAMP_STEPS) * (palette.length - 1)
    const weights = palette.map((_, rank) => Math.exp(-((position - rank) ** 2) / 0.7))
    const sum = weights.reduce((total, weight) => total + weight, 0)
    for (let channel = 0; channel < 3; channel++) {
      const mixed = palette.reduce(
        (total, colour, rank) => total + (colour[channel] ?? 0) * (weights[rank] ?? 0),
        0,
      )
      ramp[step * 3 + channel] = mixed / sum
    }
  }
  return ramp
}

/** Mulberry32: a small, portable generator. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
