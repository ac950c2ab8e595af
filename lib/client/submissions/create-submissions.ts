import { contentOf } from '@/lib/client/draft'
import { createStore, type Store } from '@/lib/client/store'
import type { Submission } from '@/lib/shared/models'
import {
  type CreateAnswer,
  type FormOutcome,
  INITIAL_STATE,
  isRefusedInput,
  isSubmitting,
  maySendAgain,
  phaseOf,
  readyToSubmit,
  reduceSubmissions,
  type SubmissionContent,
  type SubmissionEntry,
  type SubmissionEvent,
  type SubmissionState,
  type Uploads,
} from './submission-reducer'

type Dependencies = {
  /** Sends one paid request. Never throws. */
  create: (key: string, submission: Submission, imageIds: readonly string[]) => Promise<CreateAnswer>
  /** Idempotency keys that survive a reload: see lib/client/draft. */
  keys: {
    keyFor: (content: string) => string
    renewKey: (content: string) => string
    forgetKey: (key: string) => void
  }
  /** `createdAt` of the newest generation known to the page; '' if there is none. */
  newest: () => string
  /** Epoch ms. */
  now: () => number
}

/** `submitted`: a request was sent. `answered`: an entry left `submitting` for its current phase. */
export type SubmissionNews = { type: 'submitted' | 'answered'; entry: SubmissionEntry }

export type Submissions = {
  state: Store<SubmissionState>
  /** The latest event. Subscribers see each one once, after the state has changed. */
  news: Store<SubmissionNews | null>
  /** Generate was pressed. The next `uploadsChanged` with all images ready sends it. */
  press: (submission: Submission, tokens: string) => void
  /**
   * Reports the state of the form’s images. Returns the outcome of the press, or null if none is waiting or it still
   * waits.
   */
  uploadsChanged: (uploads: Uploads) => FormOutcome | null
  /** Cancels a submission that waits for uploads. */
  cancel: () => void
  checksFailed: () => void
  /** Sends a new submission under a new key; false if an equal one is in flight. */
  sendAnew: (content: SubmissionContent) => boolean
  /**
   * Sends a submission from a card as a press on Generate would: one that has got no response yet is sent again under its
   * own key, so that both make one video. False if an equal one is in flight.
   */
  sendAnother: (content: SubmissionContent) => boolean
  /** Resends a request that got no response, under its own key. */
  sendAgain: (key: string) => void
  /** The feed now has the records of these. */
  recorded: (keys: readonly string[]) => void
  dismiss: (key: string) => void
}

/** Runs everything between a press on Generate and the server’s record: the reducer’s state and the requests. */
export function createSubmissions({ create, keys, newest, now }: Dependencies): Submissions {
  const state = createStore(INITIAL_STATE)
  const news = createStore<SubmissionNews | null>(null)
  const dispatch = (event: SubmissionEvent) => state.set(reduceSubmissions(state.get(), event))

  /** Sends, unless a request with this key is in flight. */
  const submit = (entry: Omit<SubmissionEntry, 'phase'>): boolean => {
    const already = isSubmitting(state.get(), entry.key)
    dispatch({ type: 'submitted', entry })
    if (!already) void request(entry)
    return !already
  }
  const request = async ({ key, submission, images }: Omit<SubmissionEntry, 'phase'>) => {
    const ids = images.map(({ id }) => id)
    const phase = phaseOf(await create(key, submission, ids))
    if (!maySendAgain(phase)) keys.forgetKey(key)
    dispatch({ type: 'answered', key, phase })
    const entry = state.get().entries.find((entry) => entry.key === key)
    if (!entry) return
    news.set({ type: 'answered', entry })
    // The feed shows it now, or the form shows what was wrong.
    if (phase.type === 'accepted' || isRefusedInput(entry)) dispatch({ type: 'settled', keys: [key] })
  }
  const submitNew = (
    content: SubmissionContent,
    from: SubmissionEntry['from'],
    { renew = false } = {},
  ): boolean => {
    const text = textOf(content)
    const known = keyInFlight(state.get(), text) ?? keys.keyFor(text)
    const key = renew && !isSubmitting(state.get(), known) ? keys.renewKey(text) : known
    const entry = { ...content, key, from, pressedAt: now(), after: newest() }
    const sent = submit(entry)
    if (sent) news.set({ type: 'submitted', entry: { ...entry, phase: { type: 'submitting' } } })
    return sent
  }

  return {
    state,
    news,
    press: (submission, tokens) => dispatch({ type: 'pressed', submission, tokens }),
    uploadsChanged(uploads) {
      if (state.get().form.type === 'idle') return null
      const content = readyToSubmit(state.get(), uploads)
      if (content) submitNew(content, 'form')
      else dispatch({ type: 'uploadsChanged', uploads })
      const { form } = state.get()
      return form.type === 'idle' ? form.outcome : null
    },
    cancel: () => dispatch({ type: 'cancelled' }),
    checksFailed: () => dispatch({ type: 'checksFailed' }),
    sendAnew: (content) => submitNew(content, 'card', { renew: true }),
    sendAnother: (content) => submitNew(content, 'card'),
    sendAgain(key) {
      const entry = state.get().entries.find((entry) => entry.key === key)
      if (entry && maySendAgain(entry.phase)) submit({ ...entry, from: 'card' })
    },
    recorded(keysOfRecords) {
      for (const key of keysOfRecords) keys.forgetKey(key)
      dispatch({ type: 'settled', keys: keysOfRecords })
    },
    dismiss: (key) => dispatch({ type: 'settled', keys: [key] }),
  }
}

/** The content of a submission as text, equal for equal submissions. */
export const textOf = ({ submission, images }: SubmissionContent): string =>
  contentOf(
    submission,
    images.map(({ id }) => id),
  )

/** The key of an equal submission in flight, even if storage has lost it. */
const keyInFlight = ({ entries }: SubmissionState, text: string): string | undefined =>
  entries.find((entry) => entry.phase.type === 'submitting' && textOf(entry) === text)?.key
