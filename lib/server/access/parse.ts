import * as z from 'zod'
import { Problem } from '@/lib/shared/problem'

/** What is typed into the forms by which people come in. Lengths in UTF-16 units, as browsers count them. */
export const field = {
  name: z.string().trim().min(1).max(100),
  email: z.email().max(254).toLowerCase(),
  /** A new one. Long ones are good ones; what else a password has to contain only makes it worse. */
  newPassword: z.string().min(12).max(128),
  password: z.string().min(1).max(128),
  secret: z.string().trim().min(1).max(200),
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
  throw new Problem('invalid_input', `Look again at ${Object.keys(errors).join(', ') || 'the body'}.`, {
    errors,
  })
}
