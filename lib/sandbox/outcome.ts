/** What becomes of a call: an answer, or one of the ways in which a network fails. The server carries it out. */
export type Outcome =
  | { kind: 'answer'; response: Response; delayMs?: number }
  /** Content-Length promises all of it; half is sent, then the socket is closed. */
  | { kind: 'cut'; response: Response }
  /** All of it, in small pieces with a pause after each. */
  | { kind: 'drip'; response: Response; pauseMs: number }
  /** The socket stays open and silent. */
  | { kind: 'hang' }
  /** The socket is closed without a byte. */
  | { kind: 'drop' }

export const answer = (response: Response): Outcome => ({ kind: 'answer', response })
