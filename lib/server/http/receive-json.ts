import { Problem } from '@/lib/shared/problem'
import { bodyOf } from './body'

const LONGEST = 10_000 // bytes

/** Reads a small JSON body. @throws Problem invalid_input | too_large | upload_stalled */
export async function receiveJson(request: Request): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of bodyOf(request, LONGEST)) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new Problem('invalid_input', 'The body must be JSON.', { cause })
  }
}
