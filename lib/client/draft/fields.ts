import * as z from 'zod/mini'
import { type Fields, submissionSchema, toFields } from '@/lib/shared/seedance'

/** The form before anybody touched it. Filled in are the defaults that the schema itself gives. */
export const BLANK: Fields = {
  ...toFields(submissionSchema.parse({ prompt: 'any' })),
  prompt: '',
  seed: '',
  execution_expires_after: '',
}

/** Any text may be in a draft: what is wrong with it is said when it is sent. Choices must still be choices. */
export const fieldsSchema: z.ZodMiniType<Fields> = z.object({
  prompt: z.string(),
  ratio: submissionSchema.def.in.shape.ratio,
  duration: submissionSchema.def.in.shape.duration,
  resolution: submissionSchema.def.in.shape.resolution,
  generate_audio: submissionSchema.def.in.shape.generate_audio,
  return_last_frame: submissionSchema.def.in.shape.return_last_frame,
  websearch: submissionSchema.def.in.shape.websearch,
  seed: z.optional(z.string()),
  fps: z.optional(z.string()),
  execution_expires_after: z.optional(z.string()),
})

const orAbsent = (text: string | undefined): string | undefined => text?.trim() || undefined

/** What was left empty is not sent: the provider's own value holds. */
export const withoutEmpty = (fields: Fields): Fields => ({
  ...fields,
  seed: orAbsent(fields.seed),
  fps: orAbsent(fields.fps),
  execution_expires_after: orAbsent(fields.execution_expires_after),
})

/** The fields in what was kept or typed; null when a choice among them exists no longer. */
export const parseFields = (fields: unknown): Fields | null => fieldsSchema.safeParse(fields).data ?? null
