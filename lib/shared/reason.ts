import type { core } from 'zod/mini'
import type { LimitName } from './limits'
import { promptLength } from './prompt'

/**
 * Why an input was not taken, as data: the page says it in the reader's language, the API in English
 * (lib/shared/messages). `image` is 1 for the first frame, 2 for the last, null when the place is not known yet.
 */
export type Reason = FieldReason | ImageReason | LimitReason | LineReason

export type FieldReason =
  | { is: 'required'; field: string }
  | { is: 'too_long'; field: string; limit: number; length: number } // code points
  | { is: 'too_many_words'; field: string; limit: number; count: number }
  | { is: 'not_one_of'; field: string; allowed: string[] }
  | { is: 'out_of_range'; field: string; min: number; max: number } // a whole number, bounds included
  | { is: 'unknown_field'; field: string }
  | { is: 'repeated'; field: string }
  | { is: 'not_text'; field: string }
  | { is: 'too_many_images'; field: string; limit: number }
  | { is: 'unknown_image'; field: string; image: number | null; id: string }
  | { is: 'malformed'; field: string }
  | { is: 'taskid_malformed'; field: string }
  | { is: 'task_unknown'; field: string } // the provider does not know it, or it is another person's
  | { is: 'task_followed'; field: string } // another generation of the same person has it
  | { is: 'task_deleting'; field: string } // it is just being deleted at the provider
  | { is: 'taskid_settled'; field: string } // the generation's own is certain, or none can be missing

/** What an image is, as far as it tells how many pixels can be taken. `deep_png`: 16 bits or interlaced. */
export type ImageKind = 'jpeg' | 'progressive_jpeg' | 'cmyk_jpeg' | 'png' | 'deep_png' | 'webp'

export type ImageReason =
  | { is: 'image_type'; image: number | null; found: string | null } // found: a format's name, as "HEIC"
  | { is: 'image_animated'; image: number | null }
  | { is: 'image_damaged'; image: number | null }
  | { is: 'image_disguised'; image: number | null } // also readable as something else: PDF, ZIP, a page
  | { is: 'image_too_heavy'; image: number | null; limit: number } // bytes
  | {
      is: 'image_too_many_pixels'
      image: number | null
      width: number
      height: number
      kind: ImageKind
      limit: number
    }
  | { is: 'image_too_small'; image: number | null; width: number; height: number; min: number } // px
  | { is: 'image_ratio'; image: number | null; width: number; height: number; min: number; max: number }

/** One more would be more than the person may: `most` by `limit`. `wait`: seconds until it fits. */
export type LimitReason = { is: 'over_limit'; limit: LimitName; most: number; wait: number }

/** Too many people are signing in at this moment. `wait`: seconds until another try makes sense. */
export type LineReason = { is: 'line_full'; wait: number }

/** Turns what zod found wrong with a submission into a reason. */
export function reasonOf(issue: core.$ZodIssue | core.$ZodRawIssue): FieldReason {
  const field = issue.path?.map(String).join('.') ?? ''
  const text = typeof issue.input === 'string' ? issue.input : ''
  if (issue.code === 'unrecognized_keys') return { is: 'unknown_field', field: issue.keys[0] ?? field }
  if (issue.code === 'invalid_value') return { is: 'not_one_of', field, allowed: issue.values.map(String) }
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? { is: 'required', field } : { is: 'not_text', field }
  }
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return { is: 'not_one_of', field, allowed: Array.isArray(issue.options) ? issue.options.map(String) : [] }
  }
  const params = issue.code === 'custom' ? issue.params : undefined
  if (params?.is === 'too_long') {
    return { is: 'too_long', field, limit: Number(params.limit), length: promptLength(text) }
  }
  if (params?.is === 'out_of_range') {
    return { is: 'out_of_range', field, min: Number(params.min), max: Number(params.max) }
  }
  return { is: params?.is === 'required' ? 'required' : 'malformed', field }
}
