import type { Generation } from '@/lib/shared/generation'

/** What a card can have done that reaches beyond it. */
export type Deeds = {
  /** Puts what it was made from into the form, to be mended. */
  edit: (generation: Generation) => void
  /** Puts what it was made from into the form, for another film like it. */
  again: (generation: Generation) => void
  /** Puts its film's last frame into the form as the first of another. Ends when that is done, or was told to have failed. */
  goOn: (generation: Generation) => Promise<void>
  /** Stars it, or takes its star. */
  star: (generation: Generation) => void
  /** Chooses it to be seen beside another film. */
  compare: (generation: Generation) => void
  /** Deletes it. Where a question is due, it has been asked. */
  remove: (generation: Generation) => void
  /** Sends what it was made from as a new wish. */
  sendAnew: (generation: Generation) => void
  /** The server has changed it. */
  adopt: (generation: Generation) => void
  /** The page may show something else than the server knows. */
  refresh: () => void
}
