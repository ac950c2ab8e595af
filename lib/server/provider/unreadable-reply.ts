import { LOGGED, type Logged } from '@/lib/shared/logged'
import { parseAnswer } from './answer'
import type { Reply } from './connection'

const KINDS = ['json', 'html', 'xml', 'text'] as const

/**
 * An answer that is not the one that was asked for. It is told by its status, kind, length and code; not a word of it,
 * for it may repeat the prompt or hold the address of a video.
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
