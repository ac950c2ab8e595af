import type { NetworkError, ProblemAnswer, Refused } from '@/lib/client/api'
import type { Generation, Image } from '@/lib/shared/generation'
import type { Submission } from '@/lib/shared/models'

/**
 * States of a submission, from the press on Generate:
 *
 *     idle → waitingForUploads → submitting → accepted | rejected | unknown | networkError
 *
 * The form is in one of the first two. From `submitting` on each press has an entry of its own, so that the form is free
 * for the next one. A request is sent exactly when an entry enters `submitting`.
 */
export type SubmissionState = {
  form: FormState
  /** Newest first. */
  entries: readonly SubmissionEntry[]
}

export type CreateAnswer = { type: 'created'; generations: readonly Generation[] } | Refused

export type SubmittedImage = Image & { name: string }
export type SubmissionContent = { submission: Submission; images: readonly SubmittedImage[] }

export type FormState =
  | { type: 'idle'; outcome: FormOutcome | null }
  | { type: 'waitingForUploads'; submission: Submission; tokens: string }

/** Outcome of the last press for the form. Only `submitted` has sent anything. */
export type FormOutcome =
  | { type: 'submitted' }
  /** An equal submission is in flight; both presses make one video. */
  | { type: 'alreadySubmitting' }
  /** An image was replaced or removed during the wait. */
  | { type: 'imagesChanged' }
  /** An image cannot be used; `token` says which. */
  | { type: 'imageUnusable'; token: string }
  /** The validation code could not be loaded. */
  | { type: 'checksUnavailable' }

export type SubmissionEntry = SubmissionContent & {
  /** Idempotency key: the server makes what the submission asks for once, however many requests are made under it. */
  key: string
  /** Where it was sent from. Errors in the input are shown in the form itself. */
  from: 'form' | 'card'
  /** By the server's clock, epoch ms. */
  pressedAt: number
  /** `createdAt` of the newest generation known at that time; this submission’s record is newer. */
  after: string
  phase: SubmissionPhase
}

export type SubmissionPhase =
  | { type: 'submitting' }
  /** The server has its records, which the feed shows from now on. */
  | { type: 'accepted'; generations: readonly Generation[] }
  /** Nothing was created. */
  | { type: 'rejected'; problem: ProblemAnswer }
  /** It may have been created: the provider’s response was lost, or the server failed midway. */
  | { type: 'unknown'; problem: ProblemAnswer }
  /** No response from our server. Resent under the same key, it makes at most one video. */
  | NetworkError

/** The form’s images. `tokens` changes whenever an image is replaced, removed or moved. */
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
  /** The uploads are done, or a card was asked to send. */
  | { type: 'submitted'; entry: Omit<SubmissionEntry, 'phase'> }
  | { type: 'answered'; key: string; phase: Exclude<SubmissionPhase, { type: 'submitting' }> }
  /** It has a record in the feed, or the user dismissed it. */
  | { type: 'settled'; keys: readonly string[] }

export const INITIAL_STATE: SubmissionState = { form: { type: 'idle', outcome: null }, entries: [] }

const idle = (state: SubmissionState, outcome: FormOutcome | null): SubmissionState => ({
  ...state,
  form: { type: 'idle', outcome },
})

/** The reducer. An event that doesn’t apply returns the same state object. */
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
  const fromForm = entry.from === 'form'
  if (isSubmitting(state, entry.key)) return fromForm ? idle(state, { type: 'alreadySubmitting' }) : state
  const others = state.entries.filter(({ key }) => key !== entry.key)
  return {
    form: fromForm ? { type: 'idle', outcome: { type: 'submitted' } } : form,
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

/** Whether a request is in flight: the one with this key, or any. */
export const isSubmitting = ({ entries }: SubmissionState, key?: string): boolean =>
  entries.some((entry) => entry.phase.type === 'submitting' && (key === undefined || entry.key === key))

/** The phase that a response leads to. */
export function phaseOf(answer: CreateAnswer): Exclude<SubmissionPhase, { type: 'submitting' }> {
  if (answer.type === 'created') return { type: 'accepted', generations: answer.generations }
  if (answer.type === 'networkError') return answer
  const { problem } = answer
  const unclear = problem.code === 'provider_unclear' || problem.code === 'internal'
  return { type: unclear ? 'unknown' : 'rejected', problem }
}

/**
 * Whether the same request may be resent under its key, which makes at most one video: nobody knows how far it got.
 * After `provider_unclear` we do know: the server has a record, which the user decides about.
 */
export const maySendAgain = (phase: SubmissionPhase): boolean =>
  phase.type === 'networkError' || (phase.type === 'unknown' && phase.problem.code === 'internal')

/** What to submit now that the uploads are done; null if the form isn’t waiting or not all are done. */
export function readyToSubmit({ form }: SubmissionState, uploads: Uploads): SubmissionContent | null {
  if (form.type !== 'waitingForUploads' || uploads.type !== 'ready') return null
  return uploads.tokens === form.tokens ? { submission: form.submission, images: uploads.images } : null
}

/** Whether the form’s own fields show the error, so that no card is needed. */
export const isRefusedInput = ({ from, phase }: SubmissionEntry): boolean =>
  from === 'form' && phase.type === 'rejected' && phase.problem.code === 'invalid_input'
