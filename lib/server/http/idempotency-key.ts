import { Problem } from '@/lib/shared/problem'

/**
 * The request's Idempotency-Key, or null.
 * @throws Problem invalid_input unless it has 1 to 255 characters
 */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')
  if (key === null || (key.length >= 1 && key.length <= 255)) return key
  throw new Problem('invalid_input', 'Idempotency-Key must have 1 to 255 characters.')
}
