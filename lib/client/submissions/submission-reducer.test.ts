import { describe, expect, test } from 'vitest'
import { submissionSchema } from '@/lib/shared/models/schema'
import { aGeneration } from '@/testing/a-generation'
import {
  INITIAL_STATE,
  isRefusedInput,
  isSubmitting,
  maySendAgain,
  phaseOf,
  readyToSubmit,
  reduceSubmissions,
  type SubmissionEntry,
  type SubmissionEvent,
  type SubmissionPhase,
  type SubmissionState,
  type Uploads,
} from './submission-reducer'

const submission = submissionSchema.parse({ prompt: 'A koala waves.' })
const other = submissionSchema.parse({ prompt: 'A koala sleeps.' })
const entry = (more: Partial<SubmissionEntry> = {}): SubmissionEntry => ({
  key: 'key-1',
  submission,
  images: [],
  from: 'form',
  pressedAt: 0,
  after: '',
  phase: { type: 'submitting' },
  ...more,
})
const generation = aGeneration()
const problem = (code: 'rate_limited' | 'invalid_input' | 'provider_unclear' | 'internal') =>
  ({ code, detail: '' }) as const

const PHASES = {
  submitting: { type: 'submitting' },
  accepted: { type: 'accepted', generations: [generation] },
  rejected: { type: 'rejected', problem: problem('rate_limited') },
  unknown: { type: 'unknown', problem: problem('provider_unclear') },
  networkError: { type: 'networkError' },
} as const satisfies Record<string, SubmissionPhase>

const IDLE = INITIAL_STATE
const WAITING: SubmissionState = {
  form: { type: 'waitingForUploads', submission, tokens: 'a' },
  entries: [],
}
const inPhase = (phase: SubmissionPhase): SubmissionState => ({ ...IDLE, entries: [entry({ phase })] })

const image = { id: 'a', name: 'a.jpg', width: 1, height: 1 }
const RUNNING: Uploads = { type: 'running', tokens: 'a' }
const READY: Uploads = { type: 'ready', tokens: 'a', images: [image] }
const UNUSABLE: Uploads = { type: 'unusable', tokens: 'a', token: 'a' }

const EVENTS = {
  pressed: { type: 'pressed', submission: other, tokens: 'b' },
  'uploads running': { type: 'uploadsChanged', uploads: RUNNING },
  'uploads ready': { type: 'uploadsChanged', uploads: READY },
  'an upload unusable': { type: 'uploadsChanged', uploads: UNUSABLE },
  'images replaced': { type: 'uploadsChanged', uploads: { ...READY, tokens: 'b' } },
  cancelled: { type: 'cancelled' },
  'checks failed': { type: 'checksFailed' },
  'submitted from the form': { type: 'submitted', entry: entry() },
  'submitted from a card': { type: 'submitted', entry: entry({ from: 'card' }) },
  accepted: { type: 'answered', key: 'key-1', phase: PHASES.accepted },
  rejected: { type: 'answered', key: 'key-1', phase: PHASES.rejected },
  'answered unclearly': { type: 'answered', key: 'key-1', phase: PHASES.unknown },
  'no answer': { type: 'answered', key: 'key-1', phase: PHASES.networkError },
  settled: { type: 'settled', keys: ['key-1'] },
} as const satisfies Record<string, SubmissionEvent>
type EventName = keyof typeof EVENTS

/** The form’s state or outcome, and the phase of each entry. */
function summary({ form, entries }: SubmissionState): string {
  const outcome = form.type === 'idle' ? (form.outcome?.type ?? 'idle') : form.type
  return [outcome, ...entries.map(({ phase }) => phase.type)].join(' + ')
}
const resulting = (state: SubmissionState, event: EventName) =>
  summary(reduceSubmissions(state, EVENTS[event]))

describe('the form', () => {
  test.each<[EventName, idle: string, eta: string]>([
    ['pressed', 'waitingForUploads', 'waitingForUploads'],
    ['uploads running', 'idle', 'waitingForUploads'],
    ['uploads ready', 'idle', 'waitingForUploads'], // sending is the `submitted` event, see below
    ['an upload unusable', 'idle', 'imageUnusable'],
    ['images replaced', 'idle', 'imagesChanged'],
    ['cancelled', 'idle', 'idle'],
    ['checks failed', 'checksUnavailable', 'checksUnavailable'],
    ['submitted from the form', 'submitted + submitting', 'submitted + submitting'],
    ['submitted from a card', 'idle + submitting', 'waitingForUploads + submitting'],
    ['accepted', 'idle', 'waitingForUploads'],
    ['rejected', 'idle', 'waitingForUploads'],
    ['answered unclearly', 'idle', 'waitingForUploads'],
    ['no answer', 'idle', 'waitingForUploads'],
    ['settled', 'idle', 'waitingForUploads'],
  ])('%s: from idle to %s, from waiting to %s', (event, idle, eta) => {
    expect([resulting(IDLE, event), resulting(WAITING, event)]).toEqual([idle, eta])
  })

  test('a second press during uploads replaces the first', () => {
    const state = reduceSubmissions(WAITING, EVENTS.pressed)
    expect(state.form).toEqual({ type: 'waitingForUploads', submission: other, tokens: 'b' })
  })

  test('the outcome names the unusable image', () => {
    const { form } = reduceSubmissions(WAITING, EVENTS['an upload unusable'])
    expect(form).toEqual({ type: 'idle', outcome: { type: 'imageUnusable', token: 'a' } })
  })

  test.each([
    ['idle', IDLE, READY, null],
    ['waiting, and one is uploading', WAITING, RUNNING, null],
    ['waiting, and one is unusable', WAITING, UNUSABLE, null],
    ['waiting for other images', WAITING, { ...READY, tokens: 'b' }, null],
    ['waiting, and all are there', WAITING, READY, { submission, images: [image] }],
  ])('the form that is %s has this ready to submit', (_, state, uploads, content) => {
    expect(readyToSubmit(state, uploads)).toEqual(content)
  })
})

describe('a submission', () => {
  /** The result of each event for an entry in each phase, with an idle form. */
  test.each<[keyof typeof PHASES, Partial<Record<EventName, string>>]>([
    [
      'submitting',
      {
        'submitted from the form': 'alreadySubmitting + submitting',
        accepted: 'idle + accepted',
        rejected: 'idle + rejected',
        'answered unclearly': 'idle + unknown',
        'no answer': 'idle + networkError',
      },
    ],
    [
      'accepted',
      {
        'submitted from the form': 'submitted + submitting',
        'submitted from a card': 'idle + submitting',
        settled: 'idle',
      },
    ],
    [
      'rejected',
      {
        'submitted from the form': 'submitted + submitting',
        'submitted from a card': 'idle + submitting',
        settled: 'idle',
      },
    ],
    [
      'unknown',
      {
        'submitted from the form': 'submitted + submitting',
        'submitted from a card': 'idle + submitting',
        settled: 'idle',
      },
    ],
    [
      'networkError',
      {
        'submitted from the form': 'submitted + submitting',
        'submitted from a card': 'idle + submitting',
        settled: 'idle',
      },
    ],
  ])('that is %s reacts to each event', (phase, changes) => {
    const unchanged: Partial<Record<EventName, string>> = {
      pressed: `waitingForUploads + ${phase}`,
      'checks failed': `checksUnavailable + ${phase}`,
    }
    for (const event of Object.keys(EVENTS) as EventName[]) {
      const expected = changes[event] ?? unchanged[event] ?? `idle + ${phase}`
      expect(resulting(inPhase(PHASES[phase]), event), event).toBe(expected)
    }
  })

  test('in flight is not sent a second time', () => {
    const state = inPhase(PHASES.submitting)
    expect(reduceSubmissions(state, EVENTS['submitted from a card'])).toBe(state)
    expect(reduceSubmissions(state, EVENTS['submitted from the form']).entries).toBe(state.entries)
  })

  test('in flight stays on the page, whatever is settled', () => {
    const state = inPhase(PHASES.submitting)
    expect(reduceSubmissions(state, EVENTS.settled)).toBe(state)
  })

  test('with a network error stays on the page until it is settled, whatever else happens', () => {
    const lost = inPhase(PHASES.networkError)
    const another = entry({ key: 'key-2', submission: other })
    const events: SubmissionEvent[] = [
      EVENTS.pressed,
      EVENTS.cancelled,
      { type: 'submitted', entry: another },
      { type: 'answered', key: 'key-2', phase: PHASES.accepted },
      { type: 'settled', keys: ['key-2'] },
      EVENTS.accepted, // a response to something that is not in flight
    ]
    expect(summary(events.reduce(reduceSubmissions, lost))).toBe('submitted + networkError')
  })

  test('that is sent again moves to the front instead of being there twice', () => {
    const entries = [entry({ key: 'key-2' }), entry({ phase: PHASES.networkError })]
    const state = reduceSubmissions({ ...IDLE, entries }, EVENTS['submitted from a card'])
    expect(state.entries.map(({ key, phase }) => [key, phase.type])).toEqual([
      ['key-1', 'submitting'],
      ['key-2', 'submitting'],
    ])
  })

  test('with another key can be in flight at the same time', () => {
    const state = reduceSubmissions(inPhase(PHASES.submitting), {
      type: 'submitted',
      entry: entry({ key: 'key-2', submission: other }),
    })
    expect([isSubmitting(state), isSubmitting(state, 'key-2'), isSubmitting(state, 'key-3')]).toEqual([
      true,
      true,
      false,
    ])
    expect(summary(state)).toBe('submitted + submitting + submitting')
  })
})

describe('a response', () => {
  test.each([
    ['a generation', { type: 'created', generations: [generation] }, 'accepted', false],
    ['a network error', { type: 'networkError' }, 'networkError', true],
    ['a rejection', { type: 'problem', problem: problem('rate_limited') }, 'rejected', false],
    // The server has recorded it, so the user decides.
    [
      'a lost response from the provider',
      { type: 'problem', problem: problem('provider_unclear') },
      'unknown',
      false,
    ],
    // Nobody knows how far the server got.
    ['an internal error', { type: 'problem', problem: problem('internal') }, 'unknown', true],
  ] as const)('of %s sets the phase and whether the same request may be resent', (_, answer, type, again) => {
    const phase = phaseOf(answer)
    expect([phase.type, maySendAgain(phase)]).toEqual([type, again])
  })

  test('concerns the form only if it refuses the form’s input', () => {
    const invalid = { type: 'rejected', problem: problem('invalid_input') } as const
    expect(isRefusedInput(entry({ phase: invalid }))).toBe(true)
    expect(isRefusedInput(entry({ phase: invalid, from: 'card' }))).toBe(false)
    expect(isRefusedInput(entry({ phase: PHASES.rejected }))).toBe(false)
  })
})
