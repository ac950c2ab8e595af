import type { Fields, Submission } from './submission'

export type { Fields, Settings, Submission } from './submission'

/** What the provider takes. Source: TensorsLab's OpenAPI document for POST /v1/video/seedancev2. */
export const RATIOS = ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'] as const
export const DURATIONS = [5, 10, 15] as const // seconds
export const RESOLUTIONS = ['480p', '720p'] as const
export const PROMPT_LIMIT = 8192 // Unicode code points, as JSON Schema counts maxLength
export const IMAGE_LIMIT = 2
export const EXPIRY = { min: 3_600, max: 259_200 } as const // seconds

/** What the model behind the provider takes. Source: the model's documentation. */
export const SEED = { min: -1, max: 4_294_967_295 } as const
export const FPS = { min: 1, max: 120 } as const // the model makes 24 whatever is asked

/**
 * Bounds of an image. The documents say sides over 300 and under 6000 px, ratio over 0.4 and under 2.5, under
 * 30 MB each; checks at the provider differ by a pixel or a hundredth at the edges, so we keep inside of them.
 */
export const IMAGE = {
  minSide: 301, // px
  maxSide: 5_999, // px
  minRatio: 0.41, // width / height
  maxRatio: 2.49,
  maxBytes: 30_000_000,
} as const

export type Ratio = (typeof RATIOS)[number]
export type FixedRatio = Exclude<Ratio, 'adaptive'>
export type Duration = (typeof DURATIONS)[number]
export type Resolution = (typeof RESOLUTIONS)[number]

/** Output size in pixels. Source: the model's documentation. */
export const PIXELS = {
  '16:9': { '480p': [864, 496], '720p': [1280, 720] },
  '4:3': { '480p': [752, 560], '720p': [1112, 834] },
  '1:1': { '480p': [640, 640], '720p': [960, 960] },
  '3:4': { '480p': [560, 752], '720p': [834, 1112] },
  '9:16': { '480p': [496, 864], '720p': [720, 1280] },
  '21:9': { '480p': [992, 432], '720p': [1470, 630] },
} as const satisfies Record<FixedRatio, Record<Resolution, readonly [width: number, height: number]>>

/** The ratio that `adaptive` takes for an image of this size: the closest of the six, compared as factors. */
export function closestRatio(width: number, height: number): FixedRatio {
  const distance = (ratio: FixedRatio) => {
    const [w, h] = PIXELS[ratio]['720p']
    return Math.abs(Math.log((width / height) * (h / w)))
  }
  const fixed = RATIOS.filter((ratio): ratio is FixedRatio => ratio !== 'adaptive')
  return fixed.reduce((best, ratio) => (distance(ratio) < distance(best) ? ratio : best))
}

/** A line break counts once, however a browser or a form encoding wrote it; NUL, which no one can see, not at all. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')

/** Length as the contract counts it: in code points, so that an emoji is one. */
export const promptLength = (prompt: string): number => {
  let length = 0
  for (const _ of plainText(prompt)) length++
  return length
}

/** The way back: every field as text, defaults spelled out so that nothing hangs on the provider's own. */
export function toFields({ prompt, settings }: Submission): Fields {
  const flagOf = (on: boolean) => (on ? '1' : '0')
  return {
    prompt,
    ratio: settings.ratio,
    duration: `${settings.duration}`,
    resolution: settings.resolution,
    fps: settings.fps,
    generate_audio: flagOf(settings.generateAudio),
    return_last_frame: flagOf(settings.returnLastFrame),
    websearch: flagOf(settings.websearch),
    ...(settings.seed !== null && { seed: `${settings.seed}` }),
    ...(settings.executionExpiresAfter !== null && {
      execution_expires_after: `${settings.executionExpiresAfter}`,
    }),
  }
}
