import type { core } from 'zod/mini'
import type { LimitName } from './limits'
import { promptLength } from './prompt'

/**
 * Why an input was not taken, as data: the page says it in the reader's language, the API in English
 * (lib/shared/messages). `image` is 1 for the first frame, 2 for the last, null when the place is not known yet.
 */
export type Reason = FieldReason | ImageReason | LimitReason | LineReason

export type FieldReason =
  | { type: 'required'; field: string }
  | { type: 'too_long'; field: string; limit: number; length: number } // code points
  | { type: 'too_many_words'; field: string; limit: number; count: number }
  | { type: 'not_one_of'; field: string; allowed: string[] }
  | { type: 'out_of_range'; field: string; min: number; max: number } // a whole number, bounds included
  | { type: 'unknown_field'; field: string }
  | { type: 'repeated'; field: string }
  | { type: 'not_text'; field: string }
  | { type: 'too_many_images'; field: string; limit: number }
  | { type: 'unknown_image'; field: string; image: number | null; id: string }
  | { type: 'malformed'; field: string }
  | { type: 'taskid_malformed'; field: string }
  | { type: 'task_unknown'; field: string } // the provider does not know it, or it is another person's
  | { type: 'task_followed'; field: string } // another generation of the same person has it
  | { type: 'task_deleting'; field: string } // it is just being deleted at the provider
  | { type: 'taskid_settled'; field: string } // the generation's own is certain, or none can be missing

/** What an image is, as far as it tells how many pixels can be taken. `deep_png`: 16 bits or interlaced. */
export type ImageKind = 'jpeg' | 'progressive_jpeg' | 'cmyk_jpeg' | 'png' | 'deep_png' | 'webp'

export type ImageReason =
  | { type: 'image_type'; image: number | null; found: string | null } // found: a format's name, as "HEIC"
  | { type: 'image_animated'; image: number | null }
  | { type: 'image_damaged'; image: number | null }
  | { type: 'image_disguised'; image: number | null } // also readable as something else: PDF, ZIP, a page
  | { type: 'image_too_heavy'; image: number | null; limit: number } // bytes
  | {
      type: 'image_too_many_pixels'
      image: number | null
      width: number
      height: number
      kind: ImageKind
      limit: number
    }
  | { type: 'image_too_small'; image: number | null; width: number; height: number; min: number } // px
  | { type: 'image_ratio'; image: number | null; width: number; height: number; min: number; max: number }

/** One more would be more than the person may: `most` by `limit`. `wait`: seconds until it fits. */
export type LimitReason = { type: 'over_limit'; limit: LimitName; most: number; wait: number }

/** Too many people are signing in at this moment. `wait`: seconds until another try makes sense. */
export type LineReason = { type: 'line_full'; wait: number }

/** Turns what zod found wrong with a submission into a reason. */
export function reasonOf(issue: core.$ZodIssue | core.$ZodRawIssue): FieldReason {
  const field = issue.path?.map(String).join('.') ?? ''
  const text = typeof issue.input === 'string' ? issue.input : ''
  if (issue.code === 'unrecognized_keys') return { type: 'unknown_field', field: issue.keys[0] ?? field }
  if (issue.code === 'invalid_value') return { type: 'not_one_of', field, allowed: issue.values.map(String) }
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? { type: 'required', field } : { type: 'not_text', field }
  }
  if (issue.code === 'invalid_union' && 'options' in issue) {
    return {
      type: 'not_one_of',
      field,
      allowed: Array.isArray(issue.options) ? issue.options.map(String) : [],
    }
  }
  const params = issue.code === 'custom' ? issue.params : undefined
  if (params?.type === 'too_long') {
    return { type: 'too_long', field, limit: Number(params.limit), length: promptLength(text) }
  }
  if (params?.type === 'out_of_range') {
    return { type: 'out_of_range', field, min: Number(params.min), max: Number(params.max) }
  }
  return { type: params?.type === 'required' ? 'required' : 'malformed', field }
}
