import * as z from 'zod'
import { isPlainName } from '@/lib/server/plain-name.js'
import { Problem } from '@/lib/shared/problem'
import { TOKENS_AFTER } from '@/lib/shared/team'

const UNSEEN = 'Leave out line breaks and invisible characters, such as zero-width or direction marks.'

/** What is typed into the forms by which people come in. Lengths in UTF-16 units, as browsers count them. */
export const field = {
  /** Of a person or a token. */
  name: z.string().trim().min(1).max(100).refine(isPlainName, UNSEEN),
  email: z.email().max(254).toLowerCase(),
  /** A new one. Long ones are good ones; what else a password has to contain only makes it worse. */
  newPassword: z.string().min(12).max(128),
  password: z.string().min(1).max(128),
  secret: z.string().trim().min(1).max(200),
  /** Whoever says nothing has them revoked: a new password is often set because somebody else may know the old one. */
  tokens: z.enum(TOKENS_AFTER).default('revoke'),
}

/** @throws Problem invalid_input with what is wrong at each field */
export function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const errors: Record<string, string[]> = {}
  for (const { path, message } of result.error.issues) {
    const name = String(path[0] ?? '')
    errors[name] = [...(errors[name] ?? []), message]
  }
  throw new Problem('invalid_input', `Check ${Object.keys(errors).join(', ') || 'the request body'}.`, {
    errors,
  })
}
