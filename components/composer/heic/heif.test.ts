import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { HEAD, isHeif } from './heif'

/** An ISO media file's first box. */
function head(major: string, ...compatible: string[]): Uint8Array {
  const brands = `ftyp${major}\0\0\0\0${compatible.join('')}`
  return Buffer.from(`\0\0\0${String.fromCharCode(brands.length + 4)}${brands}\0\0\x01\x40meta`, 'latin1')
}

test.each([
  ['an iPhone photo', head('heic', 'mif1', 'MiHE', 'heic'), true],
  ['one branded only by its container', head('mif1', 'mif1', 'heic'), true],
  ['a burst', head('msf1', 'msf1', 'hevc'), true],
  ['HEIF that names no codec', head('mif1', 'mif1'), true],
  ['AVIF', head('avif', 'avif', 'mif1', 'miaf'), false],
  ['AVIF branded by its container', head('mif1', 'mif1', 'avif'), false],
  ['a video', head('isom', 'isom', 'avc1'), false],
  ['JPEG', Buffer.from('\xff\xd8\xff\xe0\0\x10JFIF', 'latin1'), false],
  ['a file of three bytes', Buffer.from('abc'), false],
  ['nothing', new Uint8Array(), false],
])('%s is told by its bytes: HEIF or not', (_, bytes, heif) => {
  expect(isHeif(bytes)).toBe(heif)
})

test('an encoder’s HEIC file is recognized', async () => {
  const file = await readFile('e2e/kit/quarters.heic')
  expect(isHeif(file.subarray(0, HEAD))).toBe(true)
})
