import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isSrgb, profileOfCodes, profileOfGrey } from '@/lib/shared/images/icc/icc-profile'
import { profileOf } from './heif-profile'
import { withProfile } from './jpeg-profile'

const heic = await readFile('e2e/kit/display-p3.heic')
const unmarked = await readFile('e2e/kit/quarters.heic')
const colr = heic.indexOf('colrprof')

/** The same photo with code points instead of its profile. The box keeps its length. */
function withCodes(primaries: number, transfer: number): Buffer {
  const codes = Buffer.from(heic)
  codes.write('nclx', colr + 4, 'latin1')
  codes.writeUInt16BE(primaries, colr + 8)
  codes.writeUInt16BE(transfer, colr + 10)
  return codes
}

/** A colour as libheif leaves it, sent as a JPEG with this profile, and what the server makes of it. */
async function seen(levels: readonly number[], profile: Uint8Array | null): Promise<number[]> {
  const [r = 0, g = 0, b = 0] = levels
  const jpeg = await sharp({ create: { width: 32, height: 32, channels: 3, background: { r, g, b } } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer()
  const sent = profile ? withProfile(jpeg, profile) : jpeg
  const { channels } = await sharp(await sharp(sent).png().toBuffer()).stats()
  return channels.map(({ mean }) => Math.round(mean))
}

const expectNear = (colour: number[], expected: number[]) =>
  expect(
    Math.max(...colour.map((level, index) => Math.abs(level - (expected[index] ?? 999)))),
  ).toBeLessThanOrEqual(3)

const PATCH = [230, 60, 50]

describe('a HEIC photo’s colours are those that it means', () => {
  test.each([
    ['by its own profile', heic, [250, 31, 35]],
    ['by code points: Display P3', withCodes(12, 13), [250, 31, 35]],
    ['by code points: sRGB', withCodes(1, 13), PATCH],
    ['by code points that name nothing', withCodes(2, 2), PATCH],
    ['in a file that says nothing', unmarked, PATCH],
  ])('%s', async (_, file, expected) => {
    expectNear(await seen(PATCH, profileOf(file)), expected)
  })

  test('white and black stay what they are, whatever the profile', async () => {
    for (const primaries of [1, 4, 5, 6, 7, 9, 11, 12, 22]) {
      for (const transfer of [4, 5, 8, 13]) {
        const profile = profileOfCodes(primaries, transfer)
        expectNear(await seen([255, 255, 255], profile), [255, 255, 255])
        expectNear(await seen([0, 0, 0], profile), [0, 0, 0])
      }
    }
  })

  test.each([
    ['sRGB as a profile', 1, 13, [100, 150, 200], [100, 150, 200]],
    ['linear light', 1, 8, [55, 55, 55], [128, 128, 128]],
    ['a gamma of 2.2', 1, 4, [128, 128, 128], [128, 128, 128]],
    ['BT.2020: a muted red', 9, 13, [150, 100, 100], [174, 92, 99]],
    ['PQ: white is at 203 nits', 1, 16, [148, 148, 148], [255, 255, 255]],
    ['HLG: white is at three quarters', 1, 18, [191, 191, 191], [255, 255, 255]],
  ])('%s', async (_, primaries, transfer, levels, expected) => {
    const off = (await seen(levels, profileOfCodes(primaries, transfer))).map((level, index) =>
      Math.abs(level - (expected[index] ?? 999)),
    )
    expect(Math.max(...off)).toBeLessThanOrEqual(4)
  })

  test('needs no profile where the code points are those of sRGB', () => {
    expect([isSrgb(1, 13), isSrgb(1, 1), isSrgb(2, 2), isSrgb(12, 13), isSrgb(1, 16)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

/** A profile for grey with this gamma, as the header and the one tag that matter. */
function greyProfile(gamma: number): Uint8Array {
  const bytes = Buffer.alloc(160)
  bytes.writeUInt32BE(160, 0)
  bytes.write('mntrGRAYXYZ ', 12, 'latin1')
  bytes.writeUInt32BE(1, 128)
  bytes.write('kTRC', 132, 'latin1')
  bytes.writeUInt32BE(144, 136)
  bytes.writeUInt32BE(14, 140)
  bytes.write('curv', 144, 'latin1')
  bytes.writeUInt32BE(1, 152)
  bytes.writeUInt16BE(Math.round(gamma * 256), 156)
  return bytes
}

test('a grey photo keeps the curve of its profile', async () => {
  expectNear(await seen([55, 55, 55], profileOfGrey(greyProfile(1))), [128, 128, 128])
  const file = Buffer.from(heic)
  file.set(greyProfile(1), colr + 8)
  expectNear(await seen([55, 55, 55], profileOf(file)), [128, 128, 128])
})

describe('a profile in a JPEG', () => {
  test('replaces another, and may be longer than a segment', async () => {
    const tagged = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .withIccProfile('p3')
      .jpeg()
      .toBuffer()
    const long = Buffer.concat([profileOfCodes(9, 13), Buffer.alloc(150_000)])
    long.writeUInt32BE(long.length, 0)
    expect((await sharp(withProfile(tagged, long)).metadata()).icc?.equals(long)).toBe(true)
  })

  test('a file cut anywhere says nothing rather than failing', () => {
    for (let length = 0; length < heic.length; length += 7) {
      expect(() => profileOf(heic.subarray(0, length))).not.toThrow()
    }
  })
})
