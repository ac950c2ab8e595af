import { LOGGED, type Logged } from '@/lib/shared/logged'
import { parseAnswer } from './answer'
import type { Reply } from './connection'

const KINDS = ['json', 'html', 'xml', 'text'] as const

/**
 * An unexpected answer. Logged with its status, kind, length and code but none of its text, which may repeat the prompt or contain a
 * video's address.
 */
export class UnreadableReply extends Error {
  override name = 'UnreadableReply'
  readonly [LOGGED]: Logged

  constructor({ status, type, body }: Reply) {
    super(`an answer with HTTP ${status} could not be read`)
    this[LOGGED] = {
      status,
      kind: KINDS.find((kind) => type?.toLowerCase().includes(kind)) ?? 'other',
      length: body.length,
      providerCode: parseAnswer(body)?.code ?? null,
    }
  }
}
