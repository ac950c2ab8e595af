import * as z from 'zod'

/** Codes of the contract. */
export const SUCCESS = 1000
export const NO_CREDITS = 9000
export const FAILURE = 9999

/** A whole number, also as text. Nothing else: `null`, `[]` and `true` would count as numbers too. */
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
  data: z.unknown().optional(), // a failure may come without
})

export type Answer = z.output<typeof envelope>

/** Reads the provider's envelope `{code, msg, data}`; null when the body is anything else: a page, a cut JSON. */
export function parseAnswer(body: string): Answer | null {
  try {
    return envelope.safeParse(JSON.parse(quoted(body))).data ?? null
  } catch {
    return null // not JSON at all: the same as JSON of another shape
  }
}

/** A taskid that comes as a number may be longer than JavaScript's: read as text, it keeps every digit. */
const quoted = (body: string): string => body.replace(/("taskid"\s*:\s*)(\d+)(?=\s*[,}])/g, '$1"$2"')
/**
 * Whether the provider itself says that what was asked for is not there. A 404 alone says nothing: whatever stands
 * between, a gateway, a proxy, a captive portal, answers so too, in HTML, in JSON of its own, or with nothing.
 */
export function saysNotThere({ status, body }: { status: number; body: string }): boolean {
  if (status !== 404 && status !== 410) return false
  const answer = parseAnswer(body)
  return answer?.code === FAILURE && answer.msg !== ''
}
