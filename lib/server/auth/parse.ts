import * as z from 'zod'
import { isPlainName } from '@/lib/server/plain-name.js'
import { Problem } from '@/lib/shared/problem'
import { TOKENS_AFTER } from '@/lib/shared/team'

const UNSEEN =
  'Use characters that can be seen, without line breaks, zero-width characters or direction marks.'

/** Fields of the sign-in, setup and account forms. Lengths in UTF-16 units, as browsers count them. */
export const field = {
  /** Name of a person or a token. */
  name: z.string().trim().min(1).max(100).refine(isPlainName, UNSEEN),
  email: z.email().max(254).toLowerCase(),
  /** A new password. Length is the only rule: composition rules make passwords worse. */
  newPassword: z.string().min(12).max(128),
  password: z.string().min(1).max(128),
  secret: z.string().trim().min(1).max(200),
  /** API tokens after a new password. Revoked by default, because somebody else may know the old one. */
  tokens: z.enum(TOKENS_AFTER).default('revoke'),
}

/** @throws Problem invalid_input with the errors of each field */
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
