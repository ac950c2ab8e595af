// @vitest-environment happy-dom
import { type ReactNode, Suspense } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { MessagesProvider } from '@/lib/client/messages'
import { act, renderHook, waitFor } from '@/testing/dom'
import { bring } from './bring'
import { useFrames } from './use-frames'

const { copies } = vi.hoisted(() => ({ copies: new Map<string, File>() }))
vi.mock('@/lib/client/storage/photo-copies', async (original) => ({
  ...(await original<typeof import('@/lib/client/storage/photo-copies')>()),
  copyOf: async (id: string) => copies.get(id) ?? null,
}))
vi.mock('./bring', () => ({ bring: vi.fn(async () => {}) }))

beforeEach(() => {
  copies.clear()
  vi.mocked(bring).mockClear()
})

const known = { id: 'image-a', name: 'a.jpg', width: 400, height: 300 }
const file = new File(['photo'], 'a.jpg', { type: 'image/jpeg' })

/** The frames with one image that the server is said to have, as after a reload. */
async function restored() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <Suspense>
      <MessagesProvider locale="en">{children}</MessagesProvider>
    </Suspense>
  )
  const { result } = await act(async () => renderHook(useFrames, { wrapper }))
  await waitFor(() => expect(result.current).not.toBeNull()) // the language is loaded
  act(() => result.current.restore([known]))
  const frame = () => result.current.frames[0] ?? expect.fail('there is no frame')
  return { control: () => result.current, frame }
}

test('a photo of the draft that the server no longer has is uploaded from this browser’s copy', async () => {
  copies.set('image-a', file)
  const { control, frame } = await restored()
  await act(() => control().lost(frame()))
  expect(frame()).toMatchObject({ file, preview: '', upload: { type: 'running' } })
  await waitFor(() => expect(bring).toHaveBeenCalledOnce())
})

test('without a copy it is shown as gone', async () => {
  const { control, frame } = await restored()
  await act(() => control().lost(frame()))
  expect(frame().upload).toMatchObject({
    type: 'refused',
    problem: { reasons: [{ type: 'unknown_image', id: 'image-a' }] },
  })
  expect(bring).not.toHaveBeenCalled()
})

test('a photo that was chosen on this page needs no copy', async () => {
  const { control, frame } = await restored()
  act(() => control().add([file], 0))
  expect(await act(() => control().bringAnew(frame()))).toBe(true)
  expect(frame()).toMatchObject({ file, upload: { type: 'running' } })
})
