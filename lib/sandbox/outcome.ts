/** The outcome of a call: a response, or one of the ways in which a network fails. The server carries it out. */
export type Outcome =
  | { kind: 'answer'; response: Response; delayMs?: number }
  /** Content-Length announces the full body; half is sent, then the socket is closed. */
  | { kind: 'cut'; response: Response }
  /** The full body, in small chunks with a pause after each. */
  | { kind: 'drip'; response: Response; pauseMs: number }
  /** The socket stays open and silent. */
  | { kind: 'hang' }
  /** The socket is closed without sending a byte. */
  | { kind: 'drop' }

export const answer = (response: Response): Outcome => ({ kind: 'answer', response })
