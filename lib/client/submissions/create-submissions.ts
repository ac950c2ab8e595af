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
  /** Idempotency keys, kept over a reload of the page: see lib/client/draft. */
  keys: {
    keyFor: (content: string) => string
    renewKey: (content: string) => string
    forgetKey: (key: string) => void
  }
  /** `createdAt` of the newest generation that the page knows; '' when it knows none. */
  newest: () => string
  /** Unix time in ms. */
  now: () => number
}

/** `submitted`: something new is on its way. `answered`: one has left `submitting`, for the phase it is in now. */
export type SubmissionNews = { type: 'submitted' | 'answered'; entry: SubmissionEntry }

export type Submissions = {
  state: Store<SubmissionState>
  /** What happened last; whoever subscribes hears of each once, after the state has changed. */
  news: Store<SubmissionNews | null>
  /** Generate was pressed. It is sent by the next `uploadsChanged` that finds all images there. */
  press: (submission: Submission, tokens: string) => void
  /** Tells how the images of the form are. Returns how the press ended, or null: none waits, or it still does. */
  uploadsChanged: (uploads: Uploads) => FormOutcome | null
  /** The person no longer wants to send what waits for its images. */
  cancel: () => void
  checksFailed: () => void
  /** Sends as another submission, under a new key; false: an equal one is under way. */
  sendAnew: (content: SubmissionContent) => boolean
  /** Sends what got no answer again under its own key. */
  sendAgain: (key: string) => void
  /** The feed has the records of these. */
  recorded: (keys: readonly string[]) => void
  dismiss: (key: string) => void
}

/** Everything between a press on Generate and the server's record of it: the reducer's state, and what it sends. */
export function createSubmissions({ create, keys, newest, now }: Dependencies): Submissions {
  const state = createStore(INITIAL_STATE)
  const news = createStore<SubmissionNews | null>(null)
  const dispatch = (event: SubmissionEvent) => state.set(reduceSubmissions(state.get(), event))

  /** Sends, unless something is on its way under this key. */
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
    // From now on the feed has it, or the form says what was wrong.
    if (phase.type === 'accepted' || isRefusedInput(entry)) dispatch({ type: 'settled', keys: [key] })
  }
  const submitNew = (content: SubmissionContent, from: SubmissionEntry['from']): boolean => {
    const text = textOf(content)
    const known = keyUnderWay(state.get(), text) ?? keys.keyFor(text)
    const key = from === 'card' && !isSubmitting(state.get(), known) ? keys.renewKey(text) : known
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
    sendAnew: (content) => submitNew(content, 'card'),
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

/** What is asked for, as one text: equal submissions have equal texts. */
export const textOf = ({ submission, images }: SubmissionContent): string =>
  contentOf(
    submission,
    images.map(({ id }) => id),
  )

/** The key of an equal submission whose answer is out, whatever the browser has kept of it. */
const keyUnderWay = ({ entries }: SubmissionState, text: string): string | undefined =>
  entries.find((entry) => entry.phase.type === 'submitting' && textOf(entry) === text)?.key
