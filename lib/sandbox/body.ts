import * as z from 'zod'
import { parseJson } from '@/lib/shared/parse-json'

const LIMIT = 1_000_000 // bytes

/**
 * Parses the JSON body of a small request.
 * @throws BadBody when it is not JSON, larger than 1 MB, or does not match the schema
 */
export async function jsonOf<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  const body = parseJson(await textOf(request))
  if (body === undefined) throw new BadBody('The body is not JSON.')
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new BadBody(z.prettifyError(parsed.error), { cause: parsed.error })
  return parsed.data
}

export class BadBody extends Error {
  override name = 'BadBody'
}

async function textOf(request: Request): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of request.body ?? []) {
    if (text.length <= LIMIT) text += decoder.decode(chunk, { stream: true })
  }
  if (text.length > LIMIT) throw new BadBody(`The body is larger than ${LIMIT} bytes.`)
  return text + decoder.decode()
}
