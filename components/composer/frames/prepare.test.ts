// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { prepare } from './prepare'

const bring = (file: File) => prepare(file, '', () => {})

/** A file that the system no longer hands out. */
function goneFile(name: string): File {
  const file = new File(['x'], name, { type: 'image/jpeg' })
  const refuse = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
  return Object.assign(file, { slice: () => Object.assign(new Blob(), { arrayBuffer: refuse }) })
}

test.each([
  ['a file that went away', goneFile('beach.jpg'), 'gone'],
  ['an empty file', new File([], 'beach.jpg', { type: 'image/jpeg' }), 'empty'],
  ['what iCloud leaves of a photo', new File(['bplist00'], '.beach.jpg.icloud'), 'cloud'],
])('%s is told as what it is', async (_, file, why) => {
  await expect(bring(file)).rejects.toMatchObject({ why })
})

test.each([
  ['clip.mp4', 'video/mp4', 'MP4'],
  ['beach.jpg', '', null],
  ['beach.HEIC', 'application/octet-stream', null],
  ['notes', '', null],
])('%s, which is no photo, is named as %s only if its name may be true', async (name, type, found) => {
  const { refusal } = await bring(new File(['no photo'], name, { type }))
  expect(refusal?.reasons).toEqual([{ type: 'image_type', image: null, found }])
})
