import type { Generation } from '@/lib/shared/generation'

/** What a card can have done that reaches beyond it. */
export type Deeds = {
  /** Puts what it was made from into the form. */
  edit: (generation: Generation) => void
  /** Sends what it was made from as a new wish. */
  sendAnew: (generation: Generation) => void
  /** The server has changed it. */
  adopt: (generation: Generation) => void
  /** The server has deleted it. */
  drop: (id: string) => void
  /** Whether a generation on the page has this taskid. */
  follows: (taskid: string) => boolean
  /** The page may show something else than the server knows. */
  refresh: () => void
}
