// @vitest-environment happy-dom
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { act, fireEvent, render, screen, userEvent, waitFor } from '@/testing/dom'
import type { Dropped } from './dropped'
import { Dropzone } from './dropzone'

const png = new File(['png'], 'a.png', { type: 'image/png' })
const text = new File(['text'], 'notes.txt', { type: 'text/plain' })

/** What a drag carries, as the platform gives it. */
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

/** A slot within a page, as the studio has them. */
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
  const said = ({ mock }: typeof onPage) => mock.calls.map(([dropped]) => summary(dropped))
  return { said: { page: () => said(onPage), slot: () => said(onSlot) } }
}

/** Drops on an element. Returns whether the browser would have done with it what it does by itself. */
function drop(element: Element, dataTransfer: ReturnType<typeof carrying>): boolean {
  fireEvent.dragEnter(element, { dataTransfer })
  fireEvent.dragOver(element, { dataTransfer })
  return fireEvent.drop(element, { dataTransfer })
}

const gallery = () => screen.getByText(/Gallery/)
const prompt = () => screen.getByLabelText('Prompt')
const picker = () => screen.getByLabelText('First frame')

test('files go to the zone they are dropped on, the inner one first', async () => {
  const { said } = page()
  expect(drop(gallery(), carrying([png]))).toBe(false)
  await waitFor(() => expect(said.page()).toEqual([[['a.png'], []]]))
  expect(said.slot()).toEqual([])
  drop(picker(), carrying([png]))
  await waitFor(() => expect(said.slot()).toEqual([[['a.png'], []]]))
  expect(said.page()).toHaveLength(1)
})

test('what is judged to be of no use is told apart, and a folder stays closed', async () => {
  const { said } = page()
  const folder = new File([], 'holiday')
  const bare = new File(['png'], 'without-type')
  drop(gallery(), carrying([text, png, folder, bare]))
  await waitFor(() =>
    expect(said.page()).toEqual([
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
])('a dropped %s is reported, and the browser does nothing with it', (type, data) => {
  const { said } = page()
  expect(drop(gallery(), carrying([], data))).toBe(false)
  expect(drop(picker(), carrying([], data))).toBe(false)
  expect([said.page(), said.slot()]).toEqual([[type], [type]])
})

test('files that are announced and never come are reported as what else came', async () => {
  const { said } = page()
  const image = carrying([], { 'text/uri-list': 'https://example.com/koala.jpg' })
  drop(gallery(), { ...image, types: [...image.types, 'Files'] })
  await waitFor(() => expect(said.page()).toEqual(['link']))
})

test('a text field keeps its own text drop, but no file', async () => {
  const { said } = page()
  expect(drop(prompt(), carrying([], { 'text/plain': 'A koala.' }))).toBe(true)
  expect(said.page()).toEqual([])
  expect(drop(prompt(), carrying([png], { 'text/plain': 'a.png' }))).toBe(false)
  await waitFor(() => expect(said.page()).toEqual([[['a.png'], []]]))
})

test('it shows where files are held, until they are let go or taken away', async () => {
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

test('a pointer that moves says that nothing is held any more', async () => {
  page()
  await act(async () => fireEvent.dragEnter(document.body, { dataTransfer: carrying([png]) }))
  expect(gallery().textContent).toBe('Gallery takes it')
  await act(async () => fireEvent.pointerMove(document.body))
  expect(gallery().textContent).toBe('Gallery')
})

test('the picker takes the same file twice', async () => {
  const { said } = page()
  await userEvent.upload(picker(), png)
  await waitFor(() => expect(said.slot()).toHaveLength(1))
  await userEvent.upload(picker(), png)
  await waitFor(() =>
    expect(said.slot()).toEqual([
      [['a.png'], []],
      [['a.png'], []],
    ]),
  )
})

test('the picker is reached by keyboard, and the zones are no stops', async () => {
  page()
  await userEvent.tab()
  expect(document.activeElement).toBe(prompt())
  await userEvent.tab()
  expect(document.activeElement).toBe(picker())
})

test('a file that was chosen before the page was hydrated is taken', async () => {
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
