import { writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { Problem } from '@/lib/shared/problem'
import {
  chunk,
  join,
  latin1,
  media,
  openDesk,
  photo,
  withChunks,
  withSegment,
  zip,
} from '@/testing/images/samples'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

const jpeg = await photo().jpeg().toBuffer()
const png = await photo().png().toBuffer()
const webp = await photo().webp().toBuffer()
const twoPages = Buffer.alloc(400 * 800 * 3, 90).fill(200, 400 * 400 * 3)
const animated = await sharp(twoPages, { raw: { width: 400, height: 800, channels: 3, pageHeight: 400 } })
  .webp()
  .toBuffer()
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><rect width="9" height="9"/></svg>'

const refuse = async (bytes: Buffer | string, slot: 1 | 2 | null = null) => {
  const into = desk.fresh()
  const error = await admit(await desk.put(bytes), into, { slot }).catch((error: unknown) => error)
  if (!(error instanceof Problem)) throw new Error('not refused', { cause: error })
  return error
}

describe('a file other than JPEG, PNG or WebP is refused, naming its format', () => {
  test.each<[string, Buffer | string, string | null]>([
    ['an empty file', '', null],
    ['text', 'hello, I am a photo', null],
    ['three bytes of a JPEG', latin1('\xff\xd8'), null],
    ['random bytes', Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 197 + 31) % 256)), null],
    ['a page', '<!doctype html><html><body>hi</body></html>', 'HTML'],
    ['a page without a doctype', '\n\n<html><script>alert(1)</script></html>', 'HTML'],
    ['a PDF', '%PDF-1.7\n%....', 'PDF'],
    ['a PDF after other bytes', `${'\n'.repeat(900)}%PDF-1.4`, 'PDF'],
    ['a Windows program', latin1('MZ\x90\0\x03\0\0\0'), 'Windows program'],
    ['a ZIP', zip(), 'ZIP'],
    ['an SVG', svg, 'SVG'],
    [
      'an SVG with a prolog',
      `\ufeff<?xml version="1.0"?>\n<!-- drawn -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n${svg}`,
      'SVG',
    ],
    ['a GIF', latin1('GIF89a\x01\0\x01\0\0\0\0;'), 'GIF'],
    ['a HEIC', media('heic'), 'HEIC'],
    ['a HEIC of many brands', media('mif1'), 'HEIC'],
    ['an AVIF', media('avif'), 'AVIF'],
    ['a video', media('isom'), 'video'],
    ['a QuickTime video', media('qt  '), 'video'],
    ['a WebM video', latin1('\x1aE\xdf\xa3\x01\0\0\0\0\0\0\x1f'), 'video'],
    ['a TIFF, little-endian', latin1('II*\0\x08\0\0\0'), 'TIFF'],
    ['a TIFF, big-endian', latin1('MM\0*\0\0\0\x08'), 'TIFF'],
    ['a camera raw', latin1('II*\0\x10\0\0\0CR\x02\0'), 'camera raw'],
    ['a BMP', latin1('BM\x46\0\0\0\0\0\0\0\x36\0\0\0'), 'BMP'],
    ['a JPEG XL', latin1('\xff\x0a\xfa\x1f'), 'JPEG XL'],
    ['a RIFF that is sound', latin1('RIFF\x24\0\0\0WAVEfmt '), null],
  ])('%s', async (_, bytes, found) => {
    const problem = await refuse(bytes)
    expect(problem.code).toBe('unsupported_media')
    expect(problem.details.reasons).toEqual([{ type: 'image_type', image: null, found }])
  })
})

test('the file name is ignored: an SVG called .png is an SVG', async () => {
  await writeFile(`${desk.folder}/drawing.png`, svg)
  await expect(admit(`${desk.folder}/drawing.png`, desk.fresh())).rejects.toMatchObject({
    details: { reasons: [{ type: 'image_type', found: 'SVG' }] },
  })
})

test('no other decoder is reachable, even past all checks', async () => {
  const foreign = [svg, photo().gif(), photo().tiff(), photo().avif({ effort: 0 })]
  for (const bytes of foreign) {
    await expect(sharp(await desk.put(bytes)).metadata()).rejects.toThrow('unsupported image format')
  }
  expect((await sharp(await desk.put(jpeg)).metadata()).format).toBe('jpeg')
})

describe('an animated image is refused', () => {
  test.each<[string, Buffer]>([
    ['an APNG', withChunks(png, chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0])))],
    ['an animated WebP', animated],
  ])('%s', async (_, bytes) => {
    const problem = await refuse(bytes)
    expect(problem.code).toBe('unsupported_media')
    expect(problem.details.reasons).toEqual([{ type: 'image_animated', image: null }])
  })
})

describe('a file that is also something else is refused', () => {
  const page = '<html><script>alert(document.cookie)</script></html>'
  test.each<[string, Buffer]>([
    ['JPEG and ZIP', join(jpeg, zip())],
    ['JPEG and ZIP with a comment', join(jpeg, zip('x.class', 'c'.repeat(60_000)))],
    ['JPEG and ZIP, followed by more bytes', join(jpeg, zip(), Buffer.alloc(500))],
    ['PNG and ZIP', join(png, zip())],
    ['WebP and ZIP', join(webp, zip())],
    [
      'ZIP inside a PNG chunk before its end',
      join(png.subarray(0, -12), chunk('juNk', zip()), png.subarray(-12)),
    ],
    ['JPEG and RAR', join(jpeg, latin1('Rar!\x1a\x07\x01\0'))],
    ['JPEG with a PDF in its comment', withSegment(jpeg, 0xfe, '%PDF-1.5\n1 0 obj')],
    ['PNG with a PDF in its text', withChunks(png, chunk('tEXt', 'Comment\0%PDF-1.5'))],
    ['JPEG with a page in its comment', withSegment(jpeg, 0xfe, page)],
    ['JPEG with PHP in its comment', withSegment(jpeg, 0xfe, '<?php system($_GET["c"]); ?>')],
    ['PNG with a page after its end', join(png, page)],
    ['PNG with PHP after its end', join(png, '<?php echo 1; ?>')],
    ['PNG with PHP far after its end', join(png, Buffer.alloc(200_000), '<?PHP\necho 1;')],
    ['PNG with PHP across two reads', join(png, Buffer.alloc(65_536 - 3), '<?php echo 1; ?>')],
    ['WebP with a script after its end', join(webp, '<SCRIPT src=x></SCRIPT>')],
  ])('%s', async (_, bytes) => {
    const problem = await refuse(bytes)
    expect(problem.code).toBe('unsupported_media')
    expect(problem.details.reasons).toEqual([{ type: 'image_disguised', image: null }])
  })
})

test('the error names the frame and the fix, both in its detail and at the field', async () => {
  for (const [slot, name] of [
    [1, 'First frame'],
    [2, 'Last frame'],
    [null, 'The image'],
  ] as const) {
    const { detail, details } = await refuse(media('heic'), slot)
    expect(detail).toBe(`${name} is in HEIC format. Use JPEG, PNG or WebP.`)
    expect(details.errors).toEqual({ sourceImage: [detail] })
    expect(details.reasons).toMatchObject([{ image: slot }])
  }
})
