import * as z from 'zod/mini'
import {
  type Duration,
  EXPIRY,
  FPS,
  PROMPT_LIMIT,
  plainText,
  promptLength,
  RATIOS,
  RESOLUTIONS,
  SEED,
} from './seedance'

const prompt = z.pipe(
  z.string(),
  z.pipe(
    z.transform(plainText),
    z.string().check(
      z.refine((text) => text.trim() !== '', { params: { is: 'required' } }),
      z.refine((text) => promptLength(text) <= PROMPT_LIMIT, {
        params: { is: 'too_long', limit: PROMPT_LIMIT },
      }),
    ),
  ),
)

const wholeNumber = ({ min, max }: { min: number; max: number }) => {
  const within = (text: string) => /^-?\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max
  return z.string().check(z.refine(within, { params: { is: 'out_of_range', min, max } }))
}

const flag = z._default(z.enum(['0', '1']), '0')

/**
 * The fields of one submission as they travel: text under the provider's own names. The one schema for the form,
 * our route and the sandbox; images travel beside it. Unknown names are refused, absent ones get the defaults.
 */
export const submissionSchema = z.pipe(
  z.strictObject({
    prompt,
    ratio: z._default(z.enum(RATIOS), '9:16'),
    duration: z._default(z.enum(['5', '10', '15']), '5'),
    resolution: z._default(z.enum(RESOLUTIONS), '720p'),
    seed: z.optional(wholeNumber(SEED)),
    fps: z._default(wholeNumber(FPS), '24'),
    generate_audio: flag,
    return_last_frame: flag,
    websearch: flag,
    execution_expires_after: z.optional(wholeNumber(EXPIRY)),
  }),
  z.transform((fields) => ({
    prompt: fields.prompt,
    settings: {
      ratio: fields.ratio,
      duration: Number(fields.duration) as Duration,
      resolution: fields.resolution,
      seed: fields.seed === undefined ? null : Number(fields.seed),
      fps: fields.fps,
      generateAudio: fields.generate_audio === '1',
      returnLastFrame: fields.return_last_frame === '1',
      websearch: fields.websearch === '1',
      executionExpiresAfter:
        fields.execution_expires_after === undefined ? null : Number(fields.execution_expires_after),
    },
  })),
)

export type Fields = z.input<typeof submissionSchema>
export type Submission = z.output<typeof submissionSchema>
export type Settings = Submission['settings']
