import { beforeEach, expect, test, vi } from 'vitest'
import { forgetKey, keyFor, renewKey } from '@/lib/client/draft'
import { submissionSchema } from '@/lib/shared/models/schema'
import { aGeneration } from '@/testing/a-generation'
import { createSubmissions, type SubmissionNews, type Submissions } from './create-submissions'
import type { CreateAnswer, Uploads } from './submission-reducer'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })
const created: CreateAnswer = { type: 'created', generation: aGeneration() }
const lost: CreateAnswer = { type: 'networkError' }
const refused = (code: 'rate_limited' | 'invalid_input' | 'internal'): CreateAnswer => ({
  type: 'problem',
  problem: { code, detail: '' },
})

const NO_IMAGES: Uploads = { type: 'ready', tokens: '', images: [] }
const image = { id: 'a', name: 'a.jpg', width: 1, height: 1 }

/** What the tab keeps over a reload. */
beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('window', { isSecureContext: true })
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  })
  return () => vi.unstubAllGlobals()
})

/** A page, and a server that answers when it is told to, in the order of the requests. */
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

/** Generate, with all images there. */
function press(submissions: Submissions, uploads = NO_IMAGES) {
  submissions.press(koala, uploads.tokens)
  return submissions.uploadsChanged(uploads)?.type
}
const phases = ({ state }: Submissions) => state.get().entries.map(({ phase }) => phase.type)

test('a press is one request, and the feed has it once it is accepted', async () => {
  const { submissions, requests, news, answer } = page()
  expect(press(submissions)).toBe('submitted')
  expect(phases(submissions)).toEqual(['submitting'])
  await answer(0, created)
  expect(phases(submissions)).toEqual([])
  expect(news).toEqual(['submitted: submitting', 'answered: accepted'])
  expect(requests).toHaveLength(1)
})

test('pressed again while the answer is out, nothing is sent; after it, that is another video', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  expect(press(submissions)).toBe('alreadySubmitting')
  expect(submissions.sendAnew({ submission: koala, images: [] })).toBe(false)
  expect(requests).toHaveLength(1)
  await answer(0, created)
  expect(press(submissions)).toBe('submitted')
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('images on their way are waited for, and sent by their order', () => {
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
  expect(requests, 'once it is sent, nothing waits any more').toHaveLength(1)
})

test.each<[string, Uploads, string]>([
  ['exchanged', { type: 'ready', tokens: 'y', images: [image] }, 'imagesChanged'],
  ['refused', { type: 'unusable', tokens: 'x', token: 'x' }, 'imageUnusable'],
])('an image that is %s while it is waited for keeps the press from being sent', (_, uploads, outcome) => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  expect(submissions.uploadsChanged(uploads)?.type).toBe(outcome)
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })).toBeNull()
  expect(requests).toHaveLength(0)
})

test('what waits for images can be called off', () => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  submissions.cancel()
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })).toBeNull()
  expect(requests).toHaveLength(0)
})

test('a lost answer stays on the page, and is sent again under the same key', async () => {
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

test('pressed again after a lost answer, it is the same request under the same key, and one card', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  press(submissions)
  expect(requests[1]?.key).toBe(requests[0]?.key)
  expect(phases(submissions)).toEqual(['submitting'])
})

test('a page that was left while the answer was out presses under the same key when it is back', () => {
  const before = page()
  press(before.submissions)
  const again = page() // as after a reload: nothing is left but what the tab keeps
  expect(phases(again.submissions)).toEqual([])
  press(again.submissions)
  expect(again.requests[0]?.key).toBe(before.requests[0]?.key)
})

test('a refusal ends the key: the next press is another request', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('rate_limited'))
  expect(phases(submissions)).toEqual(['rejected'])
  press(submissions)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('after a fault of the server’s the key stays: nobody knows how far it got', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('internal'))
  press(submissions)
  expect(requests[1]?.key).toBe(requests[0]?.key)
})

test('input that the server refuses is told to the form, and is no card', async () => {
  const { submissions, news, answer } = page()
  press(submissions)
  await answer(0, refused('invalid_input'))
  expect(news.at(-1)).toBe('answered: rejected')
  expect(phases(submissions)).toEqual([])
})

test('sent anew from a card it has a new key, which a press in the form then shares', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  expect(submissions.sendAnew({ submission: koala, images: [] })).toBe(true)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
  expect(press(submissions)).toBe('alreadySubmitting')
  expect(requests).toHaveLength(2)
})

test('what a card sends does not call off what the form waits with', () => {
  const { submissions, requests } = page()
  press(submissions, { type: 'running', tokens: 'x' })
  submissions.sendAnew({ submission: koala, images: [] })
  expect(submissions.uploadsChanged({ type: 'ready', tokens: 'x', images: [image] })?.type).toBe('submitted')
  expect(requests.map(({ images }) => images)).toEqual([[], ['a']])
})

test('a record in the feed settles a lost answer, and its key', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, lost)
  submissions.recorded([requests[0]?.key ?? ''])
  expect(phases(submissions)).toEqual([])
  press(submissions)
  expect(requests[1]?.key).not.toBe(requests[0]?.key)
})

test('what is refused is not sent again as it is', async () => {
  const { submissions, requests, answer } = page()
  press(submissions)
  await answer(0, refused('rate_limited'))
  submissions.sendAgain(requests[0]?.key ?? '')
  expect(requests).toHaveLength(1)
})

test('of many that are under way none is sent twice, even where the tab keeps nothing', () => {
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
