import { unpack } from '@/lib/client/storage'
import { type Fields, RATIOS, RESOLUTIONS } from '@/lib/shared/seedance'

const LENGTHS = ['5', '10', '15'] as const // seconds
const FLAGS = ['0', '1'] as const

/** The form before anybody touched it: the defaults that the schema itself gives. */
export const BLANK = {
  prompt: '',
  ratio: '9:16',
  duration: '5',
  resolution: '720p',
  seed: '',
  fps: '24',
  generate_audio: '0',
  return_last_frame: '0',
  websearch: '0',
  execution_expires_after: '',
} as const satisfies Fields

const orAbsent = (text: string | undefined): string | undefined => text?.trim() || undefined

/** What was left empty is not sent: the provider's own value holds. */
export const withoutEmpty = (fields: Fields): Fields => ({
  ...fields,
  seed: orAbsent(fields.seed),
  fps: orAbsent(fields.fps),
  execution_expires_after: orAbsent(fields.execution_expires_after),
})

/**
 * The fields in what was kept or typed; null when a choice among them exists no longer. Any text may be in a draft: what
 * is wrong with it is said when it is sent.
 */
export function parseFields(kept: unknown): Fields | null {
  const { text, choice, fits } = unpack(kept)
  const fields = {
    prompt: text('prompt', BLANK.prompt),
    ratio: choice('ratio', RATIOS, BLANK.ratio),
    duration: choice('duration', LENGTHS, BLANK.duration),
    resolution: choice('resolution', RESOLUTIONS, BLANK.resolution),
    seed: text('seed', BLANK.seed),
    fps: text('fps', BLANK.fps),
    generate_audio: choice('generate_audio', FLAGS, BLANK.generate_audio),
    return_last_frame: choice('return_last_frame', FLAGS, BLANK.return_last_frame),
    websearch: choice('websearch', FLAGS, BLANK.websearch),
    execution_expires_after: text('execution_expires_after', BLANK.execution_expires_after),
  }
  return fits() ? fields : null
}
