import * as z from 'zod'

/** Codes in the provider's envelope. */
export const SUCCESS = 1000
export const NO_CREDITS = 9000
export const FAILURE = 9999

/** An integer, or one as a string. No coercion, which would accept `null`, `[]` and `true`. */
export const whole = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,9}$/)
    .transform(Number),
])

const envelope = z.object({
  code: whole,
  msg: z
    .unknown()
    .optional()
    .transform((msg) => (typeof msg === 'string' ? msg : '')),
  data: z.unknown().optional(), // absent in some failures
})

export type Answer = z.output<typeof envelope>

/** Parses the provider's envelope `{code, msg, data}`; null for any other body, such as a page or truncated JSON. */
export function parseAnswer(body: string): Answer | null {
  try {
    return envelope.safeParse(JSON.parse(quoted(body))).data ?? null
  } catch {
    return null // not JSON: treated like JSON of another shape
  }
}

/** Quotes a numeric taskid, which may exceed JavaScript's integers, so that no digit is lost. */
const quoted = (body: string): string => body.replace(/("taskid"\s*:\s*)(\d+)(?=\s*[,}])/g, '$1"$2"')

/**
 * True when the provider itself says that the requested task doesn't exist. A 404 alone proves nothing: a gateway, proxy or captive
 * portal in between sends one too, with HTML, JSON of its own or an empty body.
 */
export function saysNotThere({ status, body }: { status: number; body: string }): boolean {
  if (status !== 404 && status !== 410) return false
  const answer = parseAnswer(body)
  return answer?.code === FAILURE && answer.msg !== ''
}
