import * as z from 'zod'

const envelope = z.object({
  code: z.coerce.number(),
  msg: z
    .string()
    .nullish()
    .transform((msg) => msg ?? ''),
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
