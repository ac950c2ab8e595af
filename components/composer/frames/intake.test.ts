// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { judgePhoto, toDropped, toIntake } from './intake'

const JPEG = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const WEBP = new TextEncoder().encode('RIFF\u0024\0\0\0WEBPVP8 ')
const WAV = new TextEncoder().encode('RIFF\u0024\0\0\0WAVEfmt ')

test.each([
  ['a typeless JPEG', JPEG, '', null],
  ['a PNG that is said to be any bytes', PNG, 'application/octet-stream', null],
  ['a WebP that is said to be text', WEBP, 'text/plain', null],
  ['a sound in the container of WebP', WAV, '', 'type'],
  ['a typeless text', new TextEncoder().encode('notes'), '', 'type'],
  ['a GIF', new TextEncoder().encode('GIF89a'), 'image/gif', 'type'],
  ['an empty file', new Uint8Array(), '', 'type'],
])('%s is judged by its bytes', async (_, bytes, type, expected) => {
  expect(await judgePhoto(new File([bytes], 'photo', { type }))).toBe(expected)
})

const photo = (name: string) => new File([JPEG], name, { type: 'image/jpeg' })
const other = (name: string, code = 'type') => ({ file: new File(['x'], name), code })

test('photos come in, and what was dropped with them is named', () => {
  const [a, b] = [photo('a.jpg'), photo('b.jpg')]
  const drop = (...rejected: ReturnType<typeof other>[]) =>
    toIntake({ type: 'files', accepted: [a, b], rejected })
  expect(drop()).toEqual({ photos: [a, b], note: null })
  expect(drop(other('n.txt'), other('holiday', 'folder'))).toEqual({
    photos: [a, b],
    note: { type: 'leftOut', name: 'n.txt', others: 1 },
  })
})

test('where no photo came, it is said what came instead', () => {
  const drop = (...rejected: ReturnType<typeof other>[]) =>
    toIntake({ type: 'files', accepted: [], rejected })
  const text = other('n.txt')
  expect(drop(other('holiday', 'folder'), text)).toEqual({ photos: [text.file], note: null })
  expect(drop(other('holiday', 'folder'))).toEqual({
    photos: [],
    note: { type: 'folder', name: 'holiday' },
  })
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
  ['its address', 'file:///home/ana/my%20beach.jpg'],
  ['nothing', ''],
])('a copied file that brings %s as text is pasted as a file, also in a text field', async (_, text) => {
  expect(await names(paste('textarea', text, photo('my beach.jpg')))).toEqual(['my beach.jpg'])
})

test.each(['textarea', 'input'])('text and a picture of it are pasted as text in a %s', (tag) => {
  expect(paste(tag, 'A koala.', photo('image.png'))).toBeNull()
})

test('outside of text fields a picture is pasted as a photo, and text is told', async () => {
  expect(await names(paste('main', 'A koala.', photo('image.png')))).toEqual(['image.png'])
  expect(paste('main', 'A koala.')).toEqual({ type: 'text' })
  expect(paste('textarea', 'A koala.')).toBeNull()
  expect(paste('main', '')).toBeNull()
})
