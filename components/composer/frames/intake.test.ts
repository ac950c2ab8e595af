// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { judgePhoto, toDropped, toIntake } from './intake'

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const WEBP = new TextEncoder().encode('RIFF\u0024\0\0\0WEBPVP8 ')
const WAV = new TextEncoder().encode('RIFF\u0024\0\0\0WAVEfmt ')

test.each([
  ['a JPEG without a type', JPEG, '', null],
  ['a PNG declared as application/octet-stream', PNG, 'application/octet-stream', null],
  ['a WebP declared as text', WEBP, 'text/plain', null],
  ['audio in WebP’s container', WAV, '', 'type'],
  ['a text file without a type', new TextEncoder().encode('notes'), '', 'type'],
  ['a GIF', new TextEncoder().encode('GIF89a'), 'image/gif', 'type'],
  ['an empty file, which its slot names as such,', new Uint8Array(), '', null],
])('%s is judged by its bytes', async (_, bytes, type, expected) => {
  expect(await judgePhoto(new File([bytes], 'photo', { type }))).toBe(expected)
})

const photo = (name: string) => new File([JPEG], name, { type: 'image/jpeg' })
const other = (name: string, code = 'type') => ({ file: new File(['x'], name), code })

test('dropped photos are taken, and the first other file is named in a note', () => {
  const [a, b] = [photo('a.jpg'), photo('b.jpg')]
  const drop = (...rejected: ReturnType<typeof other>[]) =>
    toIntake({ type: 'files', accepted: [a, b], rejected })
  expect(drop()).toEqual({ photos: [a, b], note: null })
  expect(drop(other('n.txt'), other('holiday', 'folder'))).toEqual({
    photos: [a, b],
    note: { type: 'leftOut', name: 'n.txt', others: 1 },
  })
})

test('a drop without photos is answered with what it was', () => {
  const drop = (...rejected: ReturnType<typeof other>[]) =>
    toIntake({ type: 'files', accepted: [], rejected })
  const text = other('n.txt')
  expect(drop(other('holiday', 'folder'), text)).toEqual({ photos: [text.file], note: null })
  expect(drop(other('holiday', 'folder'))).toEqual({
    photos: [],
    note: { type: 'folder', name: 'holiday' },
  })
  expect(drop(other('Koala.url'))).toEqual({ photos: [], note: { type: 'link' } })
  expect(drop(other('Koala.webloc'))).toEqual({ photos: [], note: { type: 'link' } })
  expect(toIntake({ type: 'link' })).toEqual({ photos: [], note: { type: 'link' } })
  expect(toIntake({ type: 'text' })).toEqual({ photos: [], note: { type: 'text' } })
})

function paste(tag: string, text: string, ...files: File[]) {
  const data = new DataTransfer()
  if (text !== '') data.setData('text/plain', text)
  for (const file of files) data.items.add(file)
  return toDropped(data, document.createElement(tag))
}
const names = async (pasted: ReturnType<typeof paste>) => {
  const dropped = await pasted
  return dropped?.type === 'files' ? dropped.accepted.map(({ name }) => name) : dropped
}

test.each([
  ['its name', 'my beach.jpg'],
  ['its path', '/home/ana/my beach.jpg'],
  ['its path on Windows', 'C:\\Users\\ana\\my beach.jpg'],
  ['its URL', 'file:///home/ana/my%20beach.jpg'],
  ['its name without the extension', 'my beach'],
  ['nothing', ''],
])('a copied file with %s as its text is pasted as a file, even into a text field', async (_, text) => {
  expect(await names(paste('textarea', text, photo('my beach.jpg')))).toEqual(['my beach.jpg'])
})

test.each([
  ['Größe.jpg', 'Größe.jpg'.normalize('NFD')],
  ['Größe.jpg'.normalize('NFD'), 'Größe.jpg'],
  ["it's (1).jpg", 'file:///home/ana/it%27s%20%281%29.jpg'],
  ['100%.jpg', '/home/ana/100%.jpg'],
])('the copied file %s is recognised by %s', async (name, text) => {
  expect(await names(paste('textarea', text, photo(name)))).toEqual([name])
})

test('several copied files are recognised by their names, one a line', async () => {
  const pasted = paste('input', 'a.jpg\rb.jpg', photo('a.jpg'), photo('b.jpg'))
  expect(await names(pasted)).toEqual(['a.jpg', 'b.jpg'])
})

test('a picture beside a sentence that only contains its name leaves the text to the field', () => {
  expect(paste('textarea', 'See beach.jpg', photo('beach.jpg'))).toBeNull()
})

test.each(['textarea', 'input'])('text copied with a picture of it is pasted as text into a %s', (tag) => {
  expect(paste(tag, 'A koala.', photo('image.png'))).toBeNull()
})

test('outside text fields a picture is pasted as a photo, and text is reported as text', async () => {
  expect(await names(paste('main', 'A koala.', photo('image.png')))).toEqual(['image.png'])
  expect(paste('main', 'A koala.')).toEqual({ type: 'text' })
  expect(paste('textarea', 'A koala.')).toBeNull()
  expect(paste('main', '')).toBeNull()
})
