import type { core } from 'zod/mini'
import type { LimitName } from './limits'
import { promptLength } from './prompt'

/**
 * Why an input was rejected, as data: the page shows it in the reader's language, the API in English
 * (lib/shared/messages). `image` is 1 for the first frame, 2 for the last, null when the slot is not known yet.
 */
export type Reason = FieldReason | ImageReason | LimitReason | BudgetReason | LineReason

export type FieldReason =
  | { type: 'required'; field: string }
  | { type: 'too_long'; field: string; limit: number; length: number } // code points
  | { type: 'too_many_words'; field: string; limit: number; count: number }
  | { type: 'not_one_of'; field: string; allowed: string[] }
  | { type: 'out_of_range'; field: string; min: number; max: number } // a whole number, bounds inclusive
  | { type: 'unknown_field'; field: string }
  | { type: 'repeated'; field: string }
  | { type: 'not_text'; field: string }
  | { type: 'not_utf8'; field: string; part: 'value' | 'field_name' | 'file_name' }
  | { type: 'broken_character'; field: string } // half of a surrogate pair
  | { type: 'too_many_tags'; field: string; limit: number; count: number }
  | { type: 'tag_blank'; field: string }
  | { type: 'too_many_ids'; field: string; limit: number; count: number }
  | { type: 'too_many_images'; field: string; limit: number }
  | { type: 'unknown_image'; field: string; image: number | null; id: string }
  | { type: 'image_not_given'; field: string; name: string } // no file of this name came with the table
  | { type: 'image_given_twice'; field: string; name: string }
  | { type: 'malformed'; field: string }
  | { type: 'not_plain'; field: string } // a name with characters that nobody can see
  | { type: 'name_taken'; field: string } // another preset of the same user has it
  | { type: 'too_many_presets'; field: string; limit: number }
  | { type: 'taskid_malformed'; field: string }
  | { type: 'sent_meanwhile'; field: string }
  | { type: 'task_unknown'; field: string } // unknown to the provider, or another user's
  | { type: 'task_followed'; field: string } // another generation of the same user has it
  | { type: 'task_deleting'; field: string } // being deleted at the provider right now
  | { type: 'taskid_settled'; field: string } // the generation has a confirmed taskid, or can't lack one

/** Image formats by how many pixels we can decode. `deep_png`: 16 bits or interlaced. */
export type ImageKind = 'jpeg' | 'progressive_jpeg' | 'cmyk_jpeg' | 'png' | 'deep_png' | 'webp'

export type ImageReason =
  | { type: 'image_type'; image: number | null; found: string | null } // found: a format's name, such as "HEIC"
  | { type: 'image_animated'; image: number | null }
  | { type: 'image_damaged'; image: number | null }
  | { type: 'image_altered'; image: number | null } // by the browser that converted it; never sent by the server
  | { type: 'image_disguised'; image: number | null } // also readable as another type: PDF, ZIP, HTML
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

/** One more would exceed the user's quota: `most` is the value of `limit`. `wait`: seconds until there is room. */
export type LimitReason = { type: 'over_limit'; limit: LimitName; most: number; wait: number }

/** It needs more credits than are left of a month's budget: of the person, or of the whole studio. */
export type BudgetReason = {
  type: 'over_budget'
  whose: 'person' | 'studio'
  budget: number
  left: number
  needed: number
}

/** Too many sign-ins are waiting right now. `wait`: seconds to wait before retrying. */
export type LineReason = { type: 'line_full'; wait: number }

/** The field of a reason that concerns a whole body. */
export const BODY = 'body'

/** Converts a zod issue with a submission into a reason. */
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
  if (params?.type === 'required' || params?.type === 'broken_character') return { type: params.type, field }
  return { type: 'malformed', field }
}
