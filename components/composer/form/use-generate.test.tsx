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
import { useGenerate } from './use-generate'

const koala = submissionSchema.parse({ prompt: 'A koala waves.' })
const created: CreateAnswer = { type: 'created', generation: aGeneration() }

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
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Suspense>
      <MessagesProvider locale="en">{children}</MessagesProvider>
    </Suspense>
  )
  const composer = (frames: Frames) => ({ ...done, frames: { frames, focusRemedy: done.focusRemedy } })
  const { result, rerender } = await act(async () =>
    renderHook((frames: Frames) => useGenerate(composer(frames), submissions, most), {
      initialProps: initial,
      wrapper,
    }),
  )
  const press = () => act(() => result.current.press(koala))
  const photos = (frames: Frames) => act(() => rerender(frames))
  return { result, press, photos, requests, submissions, ...done }
}

test('pressing Generate with all images uploaded submits at once and reports it to the form', async () => {
  const { press, requests, sent, result } = await form([uploaded])
  press()
  expect(requests.map(({ images }) => images)).toEqual([['image-a']])
  expect(sent).toHaveBeenCalledOnce()
  expect(result.current).toMatchObject({ note: null, waitingForUploads: false, hasSent: true })
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
