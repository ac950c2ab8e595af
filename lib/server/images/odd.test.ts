import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { idatOf, insert, markerAt, patch, pngOf, scanValues, takeApart, unsound } from '@/testing/images/odd'
import { chunk, join, latin1, openDesk, photo, withChunks, withSegment } from '@/testing/images/samples'
import { admit } from './index'

const desk = await openDesk()
afterAll(desk.close)

/** What is stored of an image: its type, size and pixels. */
async function admitted(bytes: Buffer): Promise<string> {
  const into = desk.fresh()
  const { type, width, height } = await admit(await desk.put(bytes), into)
  const pixels = createHash('sha256').update(await sharp(into).raw().toBuffer())
  return `${type} ${width} × ${height} ${pixels.digest('hex')}`
}
const reasonFor = (bytes: Buffer) =>
  admitted(bytes).then(
    () => 'taken',
    ({ details }) => details.reasons[0].type,
  )

/** Cases are changes to a whole image; what is stored must be the same as without the change. */
function taken(whole: Buffer, cases: [string, Buffer][]): void {
  test.each(cases)('%s', async (_, odd) => {
    expect(odd.equals(whole)).toBe(false)
    expect(await admitted(odd)).toBe(await admitted(whole))
  })
}

const jpeg = await photo().jpeg({ quality: 90 }).toBuffer()
const progressive = await photo().jpeg({ progressive: true }).toBuffer()
const grey = await photo().greyscale().jpeg().toBuffer()
const [SOF, DHT, SOS] = [0xc0, 0xc4, 0xda]
const values = scanValues(jpeg)
const last = progressive.lastIndexOf(latin1('\xff\xda'))
const tablesOfLast = progressive.lastIndexOf(latin1('\xff\xc4'), last)
const tablesOfSecond = markerAt(progressive, 0xc4, markerAt(progressive, 0xda))
const jfif = (major: number) =>
  insert(jpeg, 2, latin1(`\xff\xe0\0\x10JFIF\0${String.fromCharCode(major)}\x01\0\0\x01\0\x01\0\0`))

describe('a JPEG that is odd but whole is taken as if it were not: one with', () => {
  taken(jpeg, [
    ['a scan that says it ends at 0', patch(jpeg, values + 1, 0)],
    ['a scan that says it begins at 1', patch(jpeg, values, 1)],
    ['a scan of the last coefficient only, by its header', patch(jpeg, values, 63, 63)],
    ['a scan that says it is a refinement', patch(jpeg, values + 2, 0x10)],
    ['a scan that says it lacks a bit', patch(jpeg, values + 2, 0x01)],
    ['a scan header full of ones', patch(jpeg, values, 0xff, 0xff, 0xff)],
    ...[SOF, DHT, SOS].map((marker): [string, Buffer] => [
      `stray bytes before ${marker.toString(16)}`,
      insert(jpeg, markerAt(jpeg, marker), latin1('\x01\x02\0A')),
    ]),
    ['stray bytes that look like data', insert(jpeg, markerAt(jpeg, DHT), latin1('\x01\xff\0\x07'))],
    ['padding before a segment', insert(jpeg, markerAt(jpeg, SOF), latin1('\xff\xff\xff'))],
    ['padding before its end', insert(jpeg, jpeg.length - 2, latin1('\xff\xff\xff'))],
    ['a comment behind its scan', insert(jpeg, jpeg.length - 2, latin1('\xff\xfe\0\x04AA'))],
    ['no end', jpeg.subarray(0, -2)],
    ['half an end', jpeg.subarray(0, -1)],
    ['no end, and zeros instead', join(jpeg.subarray(0, -2), Buffer.alloc(5_000))],
    ['no end, and padding instead', join(jpeg.subarray(0, -2), Buffer.alloc(5_000, 0xff))],
    [
      'a wrong scan, stray bytes, and no end',
      insert(patch(jpeg, values + 1, 0), markerAt(jpeg, DHT), 'abc').subarray(0, -2),
    ],
    ['anything behind its end', join(jpeg, Buffer.alloc(9_000, 0x5a))],
    ['a second beginning', insert(jpeg, 2, latin1('\xff\xd8'))],
    ['a JFIF version that nobody knows', jfif(7)],
    ['an Adobe transform that nobody knows', withSegment(jpeg, 0xee, 'Adobe\0d\0\0\0\0\x09')],
    ['a segment of no length', insert(jpeg, 2, latin1('\xff\xe5\0\0'))],
  ])
  taken(progressive, [
    ['several scans, and no end', progressive.subarray(0, -2)],
    ['several scans, and padding between two', insert(progressive, tablesOfLast, Buffer.alloc(50, 0xff))],
    ['several scans, and stray bytes between two', insert(progressive, tablesOfLast, Buffer.alloc(50))],
    ['several scans, and stray bytes behind the first', insert(progressive, tablesOfSecond, '123456789')],
    [
      'several scans, and zeros before its end',
      insert(progressive, progressive.length - 2, Buffer.alloc(100)),
    ],
    [
      'several scans, and stray bytes behind three',
      insert(
        insert(insert(progressive, progressive.length - 2, 'abcdefghijkl'), tablesOfLast, Buffer.alloc(50)),
        tablesOfSecond,
        '123456789',
      ),
    ],
  ])
  taken(grey, [['one component, and a scan that ends at 0', patch(grey, scanValues(grey) + 1, 0)]])
})

const png = await photo().png().toBuffer()
const { header, packed, rows } = takeApart(png)
const idat = chunk('IDAT', packed)
const end = chunk('IEND', '')
const half = packed.length >> 1
const ancillary = [
  'tEXt',
  'pHYs',
  'gAMA',
  'iCCP',
  'eXIf',
  'zTXt',
  'tIME',
  'sRGB',
  'cHRM',
  'bKGD',
  'sBIT',
  'hIST',
  'abCd',
]

describe('a PNG that is odd but whole is taken as if it were not: one with', () => {
  taken(png, [
    ['no end', png.subarray(0, -12)],
    ['half an end', png.subarray(0, -5)],
    ['an end with a wrong checksum', pngOf(header, idat, unsound(end))],
    ['anything behind its end', join(png, Buffer.alloc(999, 5))],
    ...ancillary.flatMap((type): [string, Buffer][] => [
      [`${type} with a wrong checksum`, pngOf(header, unsound(chunk(type, 'abcdefghi')), idat, end)],
      [
        `${type} with a wrong checksum behind its pixels`,
        pngOf(header, idat, unsound(chunk(type, 'abcdefghi')), end),
      ],
      [`${type} that makes no sense`, withChunks(png, chunk(type, 'abcdefghi'))],
    ]),
    ['a palette that it needs not', withChunks(png, chunk('PLTE', Buffer.alloc(31)))],
    ['transparency of a wrong length', withChunks(png, chunk('tRNS', Buffer.alloc(31)))],
    ['bytes behind its pixels', pngOf(header, chunk('IDAT', join(packed, Buffer.alloc(500, 9))), end)],
    ['a chunk behind its pixels', pngOf(header, idat, chunk('IDAT', Buffer.alloc(500, 9)), end)],
    ['empty chunks around its pixels', pngOf(header, chunk('IDAT', ''), idat, chunk('IDAT', ''), end)],
    ['more rows than it says', pngOf(header, idatOf(join(rows, rows.subarray(0, 5_000))), end)],
    ['a wrong sum of its pixels', pngOf(header, chunk('IDAT', unsound(packed)), end)],
    ['no sum of its pixels', pngOf(header, chunk('IDAT', packed.subarray(0, -4)), end)],
    ['half a sum of its pixels, and no end', pngOf(header, chunk('IDAT', packed.subarray(0, -2)))],
    ['a wrong checksum, but a right sum of its pixels', pngOf(header, unsound(idat), end)],
    ['an end within the checksum of its pixels', pngOf(header, idat.subarray(0, -2))],
    ['pixels that say they are longer', pngOf(header, patch(idat, 0, 0x7f, 0xff, 0xff, 0xff))],
    [
      'pixels packed with a window that it does not name',
      pngOf(header, chunk('IDAT', patch(packed, 0, 0x08, 0x1d)), end),
    ],
    ['a wrong check of the window', pngOf(header, chunk('IDAT', patch(packed, 0, 0x78, 0x9d)), end)],
    [
      'text between its pixels',
      pngOf(
        header,
        chunk('IDAT', packed.subarray(0, half)),
        chunk('tEXt', 'a\0b'),
        chunk('IDAT', packed.subarray(half)),
        end,
      ),
    ],
    ['stray bytes behind its header', pngOf(header, Buffer.alloc(20, 5), idat, end)],
    ['stray bytes behind its pixels', pngOf(header, idat, Buffer.alloc(20, 5), end)],
  ])
})

describe('whatever a PNG is like, its end may be missing', () => {
  test.each<[string, (image: Sharp) => Sharp]>([
    ['interlaced', (image) => image.png({ progressive: true })],
    ['of a palette', (image) => image.png({ palette: true })],
    ['grey', (image) => image.greyscale().png()],
    ['of 16 bits', (image) => image.toColourspace('rgb16').png()],
    ['of 16 bits, interlaced', (image) => image.toColourspace('rgb16').png({ progressive: true })],
    ['transparent', (image) => image.ensureAlpha(0.4).png()],
    ['in Display P3', (image) => image.withIccProfile('p3').png()],
    ['turned', (image) => image.withMetadata({ orientation: 6 }).png()],
  ])('%s', async (_, encode) => {
    const whole = await encode(photo(333, 311)).toBuffer()
    expect(await admitted(whole.subarray(0, -12))).toBe(await admitted(whole))
  })
})

describe('an image that lacks pixels is still refused', () => {
  test.each<[string, Buffer]>([
    ['a JPEG without its last bytes', jpeg.subarray(0, -40)],
    ['an odd JPEG without its last bytes', patch(jpeg, values + 1, 0).subarray(0, -40)],
    [
      'an odd JPEG cut and closed',
      join(patch(jpeg, values + 1, 0).subarray(0, jpeg.length >> 1), latin1('\xff\xd9')),
    ],
    ['a JPEG cut within its header', jpeg.subarray(0, values)],
    ['a progressive JPEG without its last scan', progressive.subarray(0, tablesOfLast)],
    ['a progressive JPEG cut within its last scan', progressive.subarray(0, -20)],
    [
      'a progressive JPEG with stray bytes, cut within its last scan',
      insert(progressive, tablesOfLast, Buffer.alloc(50)).subarray(0, -20),
    ],
    ['a PNG cut in its pixels', png.subarray(0, -80)],
    ['a PNG without its last row', pngOf(header, idatOf(rows.subarray(0, -1_441)), end)],
    ['a PNG without its last byte', pngOf(header, idatOf(rows.subarray(0, -1)), end)],
    ['a PNG without pixels', pngOf(header, end)],
    ['a PNG with both sums of its pixels wrong', pngOf(header, unsound(chunk('IDAT', unsound(packed))), end)],
    ['a PNG whose header is unsound', pngOf(unsound(header), idat, end)],
    ['a PNG that unpacks to far more', pngOf(header, unsound(idatOf(Buffer.alloc(40_000_000))))],
  ])('%s', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('image_damaged')
  })

  test('at whichever byte a JPEG ends, it is taken only with all its pixels', async () => {
    const small = await photo(32, 32).jpeg().toBuffer()
    const whole = await admitted(small)
    for (let length = small.length - 1; length > small.length - 60; length--) {
      const cut = small.subarray(0, length)
      expect([whole, null]).toContain(await admitted(cut).catch(() => null))
    }
  })
})

test('an odd image that is also something else is refused', async () => {
  expect(await reasonFor(join(jpeg.subarray(0, -2), '<html><script>alert(1)</script>'))).toBe(
    'image_disguised',
  )
  expect(await reasonFor(join(png.subarray(0, -12), Buffer.alloc(99), '<?php echo 1; ?>'))).toBe(
    'image_disguised',
  )
})

test('an odd image leaves nothing else behind', async () => {
  const folder = await openDesk()
  await admit(await folder.put(png.subarray(0, -12)), `${folder.folder}/stored`)
  await admit(await folder.put(png.subarray(0, -80)), `${folder.folder}/refused`).catch(() => null)
  expect((await readdir(folder.folder)).sort()).toEqual(['1.bin', '2.bin', 'stored'])
  await folder.close()
})
