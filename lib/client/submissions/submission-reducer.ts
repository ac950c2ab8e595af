import type { ProblemAnswer, Refused } from '@/lib/client/api'
import type { Generation, Image } from '@/lib/shared/generation'
import type { Submission } from '@/lib/shared/models'

/**
 * What becomes of a press on Generate:
 *
 *     idle → waitingForUploads → submitting → accepted | rejected | unknown | networkError
 *
 * The form is in one of the first two. From `submitting` on a press is an entry of its own, so that the next one can be
 * made meanwhile. A request leaves exactly when an entry enters `submitting`.
 */
export type SubmissionState = {
  form: FormState
  /** Newest first. */
  entries: readonly SubmissionEntry[]
}

export type CreateAnswer = { type: 'created'; generation: Generation } | Refused

export type SubmittedImage = Image & { name: string }
export type SubmissionContent = { submission: Submission; images: readonly SubmittedImage[] }

export type FormState =
  | { type: 'idle'; outcome: FormOutcome | null }
  | { type: 'waitingForUploads'; submission: Submission; tokens: string }

/** How the last press ended for the form. All but `submitted`: nothing was sent. */
export type FormOutcome =
  | { type: 'submitted' }
  /** An equal submission is under way: both presses mean one video. */
  | { type: 'alreadySubmitting' }
  /** An image was exchanged or removed while it was waited for. */
  | { type: 'imagesChanged' }
  /** An image can't be used; `token` says which. */
  | { type: 'imageUnusable'; token: string }
  /** What checks the form could not be loaded. */
  | { type: 'checksUnavailable' }

export type SubmissionEntry = SubmissionContent & {
  /** Idempotency key: the server makes at most one video of all that is sent under it. */
  key: string
  /** Where it was pressed. The form itself shows what was wrong with its input. */
  from: 'form' | 'card'
  /** Unix time in ms. */
  pressedAt: number
  /** `createdAt` of the newest generation known at that time: the record of this submission is newer. */
  after: string
  phase: SubmissionPhase
}

export type SubmissionPhase =
  | { type: 'submitting' }
  /** The server has a record of it, which is in the feed from now on. */
  | { type: 'accepted'; generation: Generation }
  /** Nothing was created. */
  | { type: 'rejected'; problem: ProblemAnswer }
  /** It may have been created: the provider's answer, or the server's own work, broke off. */
  | { type: 'unknown'; problem: ProblemAnswer }
  /** No answer of our server arrived. Sent again under the same key, it makes at most one video. */
  | { type: 'networkError' }

/** The images of the form. `tokens` is another one as soon as an image is exchanged, removed or moved. */
export type Uploads = { tokens: string } & (
  | { type: 'running' }
  | { type: 'unusable'; token: string }
  | { type: 'ready'; images: readonly SubmittedImage[] }
)

export type SubmissionEvent =
  | { type: 'pressed'; submission: Submission; tokens: string }
  | { type: 'uploadsChanged'; uploads: Uploads }
  | { type: 'cancelled' }
  | { type: 'checksFailed' }
  /** What the form waited for is there, or a card was asked to send. */
  | { type: 'submitted'; entry: Omit<SubmissionEntry, 'phase'> }
  | { type: 'answered'; key: string; phase: Exclude<SubmissionPhase, { type: 'submitting' }> }
  /** It has a record in the feed, or the person has put it away. */
  | { type: 'settled'; keys: readonly string[] }

export const INITIAL_STATE: SubmissionState = { form: { type: 'idle', outcome: null }, entries: [] }

const idle = (state: SubmissionState, outcome: FormOutcome | null): SubmissionState => ({
  ...state,
  form: { type: 'idle', outcome },
})

/** The next state. An event that can't happen in a state leaves it as it is, the same object. */
export function reduceSubmissions(state: SubmissionState, event: SubmissionEvent): SubmissionState {
  switch (event.type) {
    case 'pressed':
      return {
        ...state,
        form: { type: 'waitingForUploads', submission: event.submission, tokens: event.tokens },
      }
    case 'uploadsChanged':
      return waitOn(state, event.uploads)
    case 'cancelled':
      return idle(state, null)
    case 'checksFailed':
      return idle(state, { type: 'checksUnavailable' })
    case 'submitted':
      return submit(state, event.entry)
    case 'answered':
      return answer(state, event.key, event.phase)
    case 'settled': {
      const entries = state.entries.filter(
        ({ key, phase }) => phase.type === 'submitting' || !event.keys.includes(key),
      )
      return entries.length === state.entries.length ? state : { ...state, entries }
    }
  }
}

function waitOn(state: SubmissionState, uploads: Uploads): SubmissionState {
  if (state.form.type !== 'waitingForUploads') return state
  if (uploads.tokens !== state.form.tokens) return idle(state, { type: 'imagesChanged' })
  if (uploads.type === 'unusable') return idle(state, { type: 'imageUnusable', token: uploads.token })
  return state
}

function submit(state: SubmissionState, entry: Omit<SubmissionEntry, 'phase'>): SubmissionState {
  const { form } = state
  const left = entry.from === 'form'
  if (isSubmitting(state, entry.key)) return left ? idle(state, { type: 'alreadySubmitting' }) : state
  const others = state.entries.filter(({ key }) => key !== entry.key)
  return {
    form: left ? { type: 'idle', outcome: { type: 'submitted' } } : form,
    entries: [{ ...entry, phase: { type: 'submitting' } }, ...others],
  }
}

function answer(state: SubmissionState, key: string, phase: SubmissionPhase): SubmissionState {
  if (!isSubmitting(state, key)) return state
  return {
    ...state,
    entries: state.entries.map((entry) => (entry.key === key ? { ...entry, phase } : entry)),
  }
}

/** Whether an answer is still out: to what was sent under a key, or without one to anything. */
export const isSubmitting = ({ entries }: SubmissionState, key?: string): boolean =>
  entries.some((entry) => entry.phase.type === 'submitting' && (key === undefined || entry.key === key))

/** What the answer to a request means. */
export function phaseOf(answer: CreateAnswer): Exclude<SubmissionPhase, { type: 'submitting' }> {
  if (answer.type === 'created') return { type: 'accepted', generation: answer.generation }
  if (answer.type === 'networkError') return { type: 'networkError' }
  const { problem } = answer
  const unclear = problem.code === 'provider_unclear' || problem.code === 'internal'
  return { type: unclear ? 'unknown' : 'rejected', problem }
}

/**
 * Whether the same request may be sent again under its key, which makes at most one video: nobody knows how far it got.
 * After `provider_unclear` it is known: the server has a record, which a person decides about.
 */
export const maySendAgain = (phase: SubmissionPhase): boolean =>
  phase.type === 'networkError' || (phase.type === 'unknown' && phase.problem.code === 'internal')

/** What is to be submitted now that the uploads are there; null: the form waits for nothing, or not all is there. */
export function readyToSubmit({ form }: SubmissionState, uploads: Uploads): SubmissionContent | null {
  if (form.type !== 'waitingForUploads' || uploads.type !== 'ready') return null
  return uploads.tokens === form.tokens ? { submission: form.submission, images: uploads.images } : null
}

/** Whether the form's own fields say what was wrong: no card is needed then. */
export const isRefusedInput = ({ from, phase }: SubmissionEntry): boolean =>
  from === 'form' && phase.type === 'rejected' && phase.problem.code === 'invalid_input'
