// @vitest-environment happy-dom
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { act, fireEvent, render, screen, userEvent, waitFor } from '@/testing/dom'
import type { Dropped } from './dropped'
import { Dropzone } from './dropzone'

const png = new File(['png'], 'a.png', { type: 'image/png' })
const text = new File(['text'], 'notes.txt', { type: 'text/plain' })

/** A DataTransfer as the platform provides it. */
const carrying = (files: File[], data: Record<string, string> = {}) => ({
  files,
  types: [...(files.length > 0 ? ['Files'] : []), ...Object.keys(data)],
  items: [
    ...files.map((file) => ({
      kind: 'file',
      type: file.type,
      getAsFile: () => file,
      webkitGetAsEntry: () => ({ isDirectory: file.name === 'holiday', name: file.name }),
    })),
    ...Object.keys(data).map((type) => ({ kind: 'string', type })),
  ],
})

const summary = (dropped: Dropped) =>
  dropped.type !== 'files'
    ? dropped.type
    : [
        dropped.accepted.map(({ name }) => name),
        dropped.rejected.map(({ file, code }) => `${file.name}: ${code}`),
      ]

/** A slot inside a page, as in the studio. */
function page() {
  const [onPage, onSlot] = [vi.fn<(dropped: Dropped) => void>(), vi.fn<(dropped: Dropped) => void>()]
  const judge = ({ type }: File) =>
    type.startsWith('image/') ? null : Promise.resolve(type === '' ? null : 'type')
  render(
    <Dropzone className="page" judge={judge} onDropped={onPage}>
      {({ isDragGlobal }) => (
        <>
          <p>Gallery{isDragGlobal && ' takes it'}</p>
          <textarea aria-label="Prompt" />
          <Dropzone
            className={({ isDragActive }) => (isDragActive ? 'over' : '')}
            judge={judge}
            onDropped={onSlot}
            picker={{ id: 'picker', accept: 'image/png' }}
          >
            {() => <label htmlFor="picker">First frame</label>}
          </Dropzone>
        </>
      )}
    </Dropzone>,
  )
  const received = ({ mock }: typeof onPage) => mock.calls.map(([dropped]) => summary(dropped))
  return { received: { page: () => received(onPage), slot: () => received(onSlot) } }
}

/** Drops on an element. Returns whether the browser’s default action would follow. */
function drop(element: Element, dataTransfer: ReturnType<typeof carrying>): boolean {
  fireEvent.dragEnter(element, { dataTransfer })
  fireEvent.dragOver(element, { dataTransfer })
  return fireEvent.drop(element, { dataTransfer })
}

const gallery = () => screen.getByText(/Gallery/)
const prompt = () => screen.getByLabelText('Prompt')
const picker = () => screen.getByLabelText('First frame')

test('files go to the innermost zone that they are dropped on', async () => {
  const { received } = page()
  expect(drop(gallery(), carrying([png]))).toBe(false)
  await waitFor(() => expect(received.page()).toEqual([[['a.png'], []]]))
  expect(received.slot()).toEqual([])
  drop(picker(), carrying([png]))
  await waitFor(() => expect(received.slot()).toEqual([[['a.png'], []]]))
  expect(received.page()).toHaveLength(1)
})

test('refused files are reported separately, and folders are not opened', async () => {
  const { received } = page()
  const folder = new File([], 'holiday')
  const bare = new File(['png'], 'without-type')
  drop(gallery(), carrying([text, png, folder, bare]))
  await waitFor(() =>
    expect(received.page()).toEqual([
      [
        ['a.png', 'without-type'],
        ['notes.txt: type', 'holiday: folder'],
      ],
    ]),
  )
})

test.each([
  ['text', { 'text/plain': 'A koala.' }],
  ['link', { 'text/uri-list': 'https://example.com/koala.jpg', 'text/html': '<img>' }],
])('a dropped %s is reported, and the browser’s default is prevented', (type, data) => {
  const { received } = page()
  expect(drop(gallery(), carrying([], data))).toBe(false)
  expect(drop(picker(), carrying([], data))).toBe(false)
  expect([received.page(), received.slot()]).toEqual([[type], [type]])
})

test('announced files that never arrive are reported as the rest of the drop', async () => {
  const { received } = page()
  const image = carrying([], { 'text/uri-list': 'https://example.com/koala.jpg' })
  drop(gallery(), { ...image, types: [...image.types, 'Files'] })
  await waitFor(() => expect(received.page()).toEqual(['link']))
})

test('a text field accepts dropped text itself, but not files', async () => {
  const { received } = page()
  expect(drop(prompt(), carrying([], { 'text/plain': 'A koala.' }))).toBe(true)
  expect(received.page()).toEqual([])
  expect(drop(prompt(), carrying([png], { 'text/plain': 'a.png' }))).toBe(false)
  await waitFor(() => expect(received.page()).toEqual([[['a.png'], []]]))
})

test('a zone shows that files are held over it until they are dropped or leave', async () => {
  page()
  const files = { dataTransfer: carrying([png]) }
  await act(async () => fireEvent.dragEnter(document.body, files))
  expect(gallery().textContent).toBe('Gallery takes it')
  await act(async () => fireEvent.dragLeave(document.body, files))
  expect(gallery().textContent).toBe('Gallery')

  await act(async () => fireEvent.dragEnter(picker(), files))
  expect(picker().parentElement?.className).toBe('over')
  await act(async () => fireEvent.drop(picker(), files))
  expect(picker().parentElement?.className).toBe('')
})

test('a pointer move ends a drag that left without an event', async () => {
  page()
  await act(async () => fireEvent.dragEnter(document.body, { dataTransfer: carrying([png]) }))
  expect(gallery().textContent).toBe('Gallery takes it')
  await act(async () => fireEvent.pointerMove(document.body))
  expect(gallery().textContent).toBe('Gallery')
})

test('the picker accepts the same file twice', async () => {
  const { received } = page()
  await userEvent.upload(picker(), png)
  await waitFor(() => expect(received.slot()).toHaveLength(1))
  await userEvent.upload(picker(), png)
  await waitFor(() =>
    expect(received.slot()).toEqual([
      [['a.png'], []],
      [['a.png'], []],
    ]),
  )
})

test('the picker is reachable by keyboard, and the zones are not tab stops', async () => {
  page()
  await userEvent.tab()
  expect(document.activeElement).toBe(prompt())
  await userEvent.tab()
  expect(document.activeElement).toBe(picker())
})

test('a file chosen before hydration is taken', async () => {
  const onDropped = vi.fn<(dropped: Dropped) => void>()
  const zone = (
    <Dropzone className="" judge={() => null} onDropped={onDropped} picker={{ 'aria-label': 'First frame' }}>
      {() => null}
    </Dropzone>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(zone)
  document.body.append(container)
  await userEvent.upload(screen.getByLabelText('First frame'), png)
  expect(onDropped).not.toHaveBeenCalled()
  render(zone, { container, hydrate: true })
  await waitFor(() =>
    expect(onDropped.mock.calls.map(([dropped]) => summary(dropped))).toEqual([[['a.png'], []]]),
  )
})
