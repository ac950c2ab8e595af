// @vitest-environment happy-dom
import { type ReactNode, Suspense } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Frame, Frames } from '@/components/composer/frames/frames'
import { forgetKey, keyFor, renewKey } from '@/lib/client/draft'
import { MessagesProvider } from '@/lib/client/messages'
import { createSubmissions } from '@/lib/client/submissions/create-submissions'
import type { CreateAnswer } from '@/lib/client/submissions/submission-reducer'
import { en } from '@/lib/shared/messages/en'
import { submissionSchema } from '@/lib/shared/models/schema'
import { aGeneration } from '@/testing/a-generation'
import { act, renderHook } from '@/testing/dom'
import { loadChecks } from './resolver'
import { useGenerate } from './use-generate'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })
const created: CreateAnswer = { type: 'created', generations: [aGeneration()] }

beforeEach(() => sessionStorage.clear())

const photo = (token: string, upload: Frame['upload']): Frame => ({
  token,
  name: `${token}.jpg`,
  file: null,
  preview: '',
  size: { width: 400, height: 300 },
  upload,
  meantLast: false,
  cut: null,
})
const uploading = photo('a', { type: 'running', share: 0.5 })
const uploaded = photo('a', { type: 'done', id: 'image-a' })

/** Renders the hook with these images, and a server whose responses the test triggers. */
async function form(initial: Frames, most = 2) {
  await loadChecks() // which the form has used by the time of a press
  const requests: { images: readonly string[]; answer: (answer: CreateAnswer) => Promise<void> }[] = []
  const submissions = createSubmissions({
    create: (_, __, images) =>
      new Promise((resolve) =>
        requests.push({ images, answer: (answer) => act(async () => resolve(answer)) }),
      ),
    keys: { keyFor, renewKey, forgetKey },
    newest: () => '',
    now: () => 0,
  })
  const done = { sent: vi.fn(), answered: vi.fn(), refuse: vi.fn(), focusRemedy: vi.fn() }
  const bringAnew = vi.fn(async (frame: Frame) => frame.file !== null)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Suspense>
      <MessagesProvider locale="en">{children}</MessagesProvider>
    </Suspense>
  )
  const composer = (frames: Frames) => ({
    ...done,
    frames: { frames, focusRemedy: done.focusRemedy, bringAnew },
  })
  const { result, rerender } = await act(async () =>
    renderHook((frames: Frames) => useGenerate(composer(frames), submissions, most), {
      initialProps: initial,
      wrapper,
    }),
  )
  const press = () => act(() => result.current.press(koala))
  const photos = (frames: Frames) => act(() => rerender(frames))
  return { result, press, photos, requests, submissions, bringAnew, ...done }
}

test('pressing Generate with all images uploaded submits at once and reports it to the form', async () => {
  const { press, requests, sent, result } = await form([uploaded])
  press()
  expect(requests.map(({ images }) => images)).toEqual([['image-a']])
  expect(sent).toHaveBeenCalledOnce()
  expect(result.current).toMatchObject({ note: null, waitingForUploads: false })
})

test('pressing Generate during an upload waits, then submits when the upload is done', async () => {
  const { press, photos, requests, sent, result } = await form([uploading])
  press()
  expect(result.current).toMatchObject({ note: en.composer.waitingForImages, waitingForUploads: true })
  expect(sent).not.toHaveBeenCalled()
  photos([uploaded])
  expect(requests.map(({ images }) => images)).toEqual([['image-a']])
  expect(result.current.waitingForUploads).toBe(false)
})

test('replacing an image while Generate waits cancels the submission with a note', async () => {
  const { press, photos, requests, result } = await form([uploading])
  press()
  photos([photo('b', { type: 'done', id: 'image-b' })])
  expect(requests).toHaveLength(0)
  expect(result.current).toMatchObject({ note: en.composer.notSentChanged, waitingForUploads: false })
})

test('an image that turns out unusable while Generate waits cancels the submission and gets the focus on its remedy', async () => {
  const { press, photos, requests, result, focusRemedy } = await form([uploading])
  press()
  photos([photo('a', { type: 'broken' })])
  expect(requests).toHaveLength(0)
  expect(result.current.note).toBe(en.composer.notSentImage)
  expect(focusRemedy).toHaveBeenCalledWith('a')
})

test('cancelling while Generate waits submits nothing, even after the upload is done', async () => {
  const { press, photos, requests, result } = await form([uploading])
  press()
  act(() => result.current.cancel())
  photos([uploaded])
  expect(requests).toHaveLength(0)
  expect(result.current.note).toBeNull()
})

test('a second press while the request is in flight submits nothing and says why', async () => {
  const { press, requests, sent, result } = await form([])
  press()
  press()
  expect(requests).toHaveLength(1)
  expect(sent).toHaveBeenCalledOnce()
  expect(result.current.note).toBe(en.composer.alreadySending)
})

test('the form is reported as answered only when no request is in flight', async () => {
  const { press, submissions, requests, answered } = await form([])
  press()
  act(() => void submissions.sendAnew({ submission: { ...koala, prompt: 'Another.' }, images: [] }))
  await requests[0]?.answer(created)
  expect(answered).not.toHaveBeenCalled()
  await requests[1]?.answer(created)
  expect(answered).toHaveBeenCalledOnce()
})

test('input that the server refuses is shown in the form, which is not reported as answered', async () => {
  const { press, requests, refuse, answered } = await form([])
  press()
  const problem = { code: 'invalid_input', detail: 'prompt: not taken.' } as const
  await requests[0]?.answer({ type: 'problem', problem })
  expect(refuse).toHaveBeenCalledExactlyOnceWith(problem)
  expect(answered).not.toHaveBeenCalled()
})

const gone = (id: string) => ({
  type: 'problem' as const,
  problem: {
    code: 'invalid_input' as const,
    detail: '',
    reasons: [{ type: 'unknown_image' as const, field: 'sourceImage', image: 1, id }],
  },
})
const withFile = (token: string, upload: Frame['upload']): Frame => ({
  ...photo(token, upload),
  file: new File(['photo'], `${token}.jpg`, { type: 'image/jpeg' }),
})

test('a photo that the server no longer has is uploaded again from the page, and what was pressed is submitted', async () => {
  const other = withFile('b', { type: 'done', id: 'image-b' })
  const { press, photos, requests, refuse, bringAnew, result } = await form([
    withFile('a', { type: 'done', id: 'image-a' }),
    other,
  ])
  press()
  await requests[0]?.answer(gone('image-a'))
  expect(bringAnew.mock.calls.map(([{ token }]) => token)).toEqual(['a'])
  photos([withFile('a', { type: 'running', share: 0 }), other])
  expect(result.current).toMatchObject({ waitingForUploads: true, note: en.composer.waitingForImages })
  photos([withFile('a', { type: 'done', id: 'image-a2' }), other])
  await requests[1]?.answer(gone('image-b')) // the server names one at a time
  photos([withFile('a', { type: 'done', id: 'image-a2' }), withFile('b', { type: 'running', share: 0 })])
  photos([withFile('a', { type: 'done', id: 'image-a2' }), withFile('b', { type: 'done', id: 'image-b2' })])
  expect(requests.map(({ images }) => images)).toEqual([
    ['image-a', 'image-b'],
    ['image-a2', 'image-b'],
    ['image-a2', 'image-b2'],
  ])
  expect(refuse).not.toHaveBeenCalled()
})

test('a photo is uploaded again only once for each press', async () => {
  const { press, photos, requests, refuse, bringAnew } = await form([
    withFile('a', { type: 'done', id: 'image-a' }),
  ])
  press()
  await requests[0]?.answer(gone('image-a'))
  photos([withFile('a', { type: 'running', share: 0 })])
  photos([withFile('a', { type: 'done', id: 'image-a2' })])
  await requests[1]?.answer(gone('image-a2'))
  expect(bringAnew).toHaveBeenCalledOnce()
  expect(refuse).toHaveBeenCalledOnce()
  expect(requests).toHaveLength(2)
})

test.each([
  ['this browser has no copy of', [photo('a', { type: 'done', id: 'image-a' })]],
  ['was taken out meanwhile', []],
])('a lost photo that %s is shown as refused', async (_, now) => {
  const { press, photos, requests, refuse } = await form([photo('a', { type: 'done', id: 'image-a' })])
  press()
  photos(now)
  await requests[0]?.answer(gone('image-a'))
  expect(refuse).toHaveBeenCalledOnce()
  expect(requests).toHaveLength(1)
})

test('a photo that is taken out while it is brought anew stops the submission', async () => {
  const { press, photos, requests } = await form([withFile('a', { type: 'done', id: 'image-a' })])
  press()
  await requests[0]?.answer(gone('image-a'))
  photos([])
  expect(requests).toHaveLength(1)
})
