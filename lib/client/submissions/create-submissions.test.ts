import { beforeEach, expect, test, vi } from 'vitest'
import { forgetKey, keyFor, renewKey } from '@/lib/client/draft'
import { submissionSchema } from '@/lib/shared/models/schema'
import { aGeneration } from '@/testing/a-generation'
import { createSubmissions, type SubmissionNews, type Submissions } from './create-submissions'
import type { CreateAnswer, Uploads } from './submission-reducer'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })
const created: CreateAnswer = { type: 'created', generations: [aGeneration()] }
const lost: CreateAnswer = { type: 'networkError' }
const refused = (code: 'rate_limited' | 'invalid_input' | 'internal'): CreateAnswer => ({
  type: 'problem',
  problem: { code, detail: '' },
})

const NO_IMAGES: Uploads = { type: 'ready', tokens: '', images: [] }
const image = { id: 'a', name: 'a.jpg', width: 1, height: 1 }

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('window', { isSecureContext: true })
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
  return () => vi.unstubAllGlobals()
})

/** A page, and a server whose responses the test triggers, in the order of the requests. */
function page() {
  const requests: {
    key: string
    prompt: string
    images: readonly string[]
    answer: (it: CreateAnswer) => void
  }[] = []
  const submissions = createSubmissions({
    create: (key, { prompt }, images) =>
      new Promise((answer) => requests.push({ key, prompt, images, answer })),
    keys: { keyFor, renewKey, forgetKey },
    newest: () => '2026-01-01T00:00:00.000Z',
    now: () => 1,
  })
  const news: string[] = []
  submissions.news.subscribe(() => news.push(textOf(submissions.news.get())))
  const answer = async (index: number, it: CreateAnswer) => {
    requests[index]?.answer(it)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { submissions, requests, news, answer }
}
const textOf = (news: SubmissionNews | null) => `${news?.type}: ${news?.entry.phase.type}`

/** Presses Generate with these uploads. */
function press(submissions: Submissions, uploads = NO_IMAGES) {
  submissions.press(koala, uploads.tokens)
  return submissions.uploadsChanged(uploads)?.type
}
const phases = ({ state }: Submissions) => state.get().entries.map(({ phase }) => phase.type)

test('pressing Generate sends one request, and an accepted submission leaves for the feed', async () => {
  const { submissions, requests, news, answer } = page()
  expect(press(submissions)).toBe('submitted')
  expect(phases(submissions)).toEqual(['submitting'])
  await answer(0, created)
  expect(phases(submissions)).toEqual([])
  expect(news).toEqual(['submitted: submitting', 'answered: accepted'])
  expect(requests).toHaveLength(1)
})

test('a second press in flight sends nothing; after the response it is a new video', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  expect(press(submissions)).toBe('alreadySubmitting')
  expect(submissions.sendAnew({ submission: koala, images: [] })).toBe(false)
  expect(requests).toHaveLength(1)
  await answer(0, created)
  expect(press(submissions)).toBe('submitted')
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('another one from a card is sent once while in flight, under the same key after no response, and anew after one', async () => {
  const { submissions, requests, answer } = page()
  const content = { submission: koala, images: [] }
  expect(submissions.sendAnother(content)).toBe(true)
  expect(submissions.sendAnother(content)).toBe(false)
  expect(press(submissions), 'the form counts it as well').toBe('alreadySubmitting')
  await answer(0, lost)
  expect(submissions.sendAnother(content)).toBe(true)
  expect(requests[1]?.key, 'the server makes one video of both').toBe(requests[0]?.key)
  await answer(1, created)
  expect(submissions.sendAnother(content)).toBe(true)
  expect(requests[2]?.key).not.toBe(requests[0]?.key)
  expect(requests).toHaveLength(3)
})

test('running uploads are waited for, and the images are sent in order', () => {
  const { submissions, requests } = page()
  expect(press(submissions, { type: 'running', tokens: 'x' })).toBeUndefined()
  expect(submissions.uploadsChanged({ type: 'running', tokens: 'x' })).toBeNull()
  expect(requests).toHaveLength(0)
  const outcome = submissions.uploadsChanged({
    type: 'ready',
    tokens: 'x',
    images: [image, { ...image, id: 'b' }],
  })
  expect(outcome?.type).toBe('submitted')
  expect(requests.map(({ images }) => images)).toEqual([['a', 'b']])
  submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [] })
  expect(requests, 'nothing is waiting after it was sent').toHaveLength(1)
})

test.each<[string, Uploads, string]>([
  ['replaced', { type: 'ready', tokens: 'y', images: [image] }, 'imagesChanged'],
  ['refused', { type: 'unusable', tokens: 'x', token: 'x' }, 'imageUnusable'],
])('an image that is %s during the wait cancels the submission', (_, uploads, outcome) => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  expect(submissions.uploadsChanged(uploads)?.type).toBe(outcome)
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })).toBeNull()
  expect(requests).toHaveLength(0)
})

test('a submission that waits for uploads can be cancelled', () => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  submissions.cancel()
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })).toBeNull()
  expect(requests).toHaveLength(0)
})

test('a submission with a network error stays on the page and is resent under the same key', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  expect(phases(submissions)).toEqual(['networkError'])
  const [entry] = submissions.state.get().entries
  submissions.sendAgain(entry?.key ?? '')
  submissions.sendAgain(entry?.key ?? '') // a second click
  expect(requests.map(({ key }) => key)).toEqual([entry?.key, entry?.key])
  await answer(1, created)
  expect(phases(submissions)).toEqual([])
})

test('pressing again after a network error repeats the request under the same key, with one card', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  press(submissions)
  expect(requests[1]?.key).toBe(requests[0]?.key)
  expect(phases(submissions)).toEqual(['submitting'])
})

test('a press after a reload with the request in flight uses the same key', () => {
  const before = page()
  press(before.submissions)
  const again = page() // as after a reload: only session storage is left
  expect(phases(again.submissions)).toEqual([])
  press(again.submissions)
  expect(again.requests[0]?.key).toBe(before.requests[0]?.key)
})

test('several at a press are one request, repeated under its key after no response; another number is another request', async () => {
  const { submissions, requests, answer } = page()
  const pressed = (count?: number) => {
    submissions.press({ ...koala, count }, '')
    return submissions.uploadsChanged(NO_IMAGES)?.type
  }
  expect(pressed(4)).toBe('submitted')
  expect(pressed(4)).toBe('alreadySubmitting')
  await answer(0, lost)
  expect(pressed(4)).toBe('submitted')
  expect(requests).toHaveLength(2)
  expect(requests[1]?.key).toBe(requests[0]?.key)
  expect(pressed(3)).toBe('submitted')
  expect(pressed()).toBe('submitted')
  expect(pressed(1), 'one is what no number asks for').toBe('alreadySubmitting')
  expect(new Set(requests.slice(1).map(({ key }) => key)).size).toBe(3)
})

test('a rejection ends the key, so the next press is a new request', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('rate_limited'))
  expect(phases(submissions)).toEqual(['rejected'])
  press(submissions)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('an internal error keeps the key, since nobody knows how far the server got', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('internal'))
  press(submissions)
  expect(requests[1]?.key).toBe(requests[0]?.key)
})

test('input that the server refuses is reported to the form and gets no card', async () => {
  const { submissions, news, answer } = page()
  press(submissions)
  await answer(0, refused('invalid_input'))
  expect(news.at(-1)).toBe('answered: rejected')
  expect(phases(submissions)).toEqual([])
})

test('resending from a card takes a new key, which a press in the form then shares', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  expect(submissions.sendAnew({ submission: koala, images: [] })).toBe(true)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
  expect(press(submissions)).toBe('alreadySubmitting')
  expect(requests).toHaveLength(2)
})

test('resending from a card does not cancel what the form is waiting to send', () => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  submissions.sendAnew({ submission: koala, images: [] })
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })?.type).toBe('submitted')
  expect(requests.map(({ images }) => images)).toEqual([[], ['a']])
})

test('a record in the feed settles a network error and its key', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  submissions.recorded([requests[0]?.key ?? ''])
  expect(phases(submissions)).toEqual([])
  press(submissions)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('a rejected submission cannot be resent under its key', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('rate_limited'))
  submissions.sendAgain(requests[0]?.key ?? '')
  expect(requests).toHaveLength(1)
})

test('none of many submissions in flight is sent twice, even without storage', () => {
  vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} })
  const { submissions, requests } = page()
  const pressed = (prompt: string) => {
    submissions.press({ ...koala, prompt }, '')
    return submissions.uploadsChanged(NO_IMAGES)?.type
  }
  const prompts = Array.from({ length: 30 }, (_, index) => `Koala ${index}`)
  expect(new Set(prompts.map(pressed))).toEqual(new Set(['submitted']))
  expect(new Set(prompts.map(pressed))).toEqual(new Set(['alreadySubmitting']))
  expect(requests).toHaveLength(30)
})
