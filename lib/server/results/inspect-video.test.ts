import { open, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { failureOf, folder } from '@/testing/results/fixture'
import { readVideo } from './inspect-video'

/** An mp4 box; `size` defaults to the correct one. */
function box(type: string, content: Buffer | Buffer[] = [], size?: number): Buffer {
  const body = Array.isArray(content) ? Buffer.concat(content) : content
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size ?? body.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** A box with a 64-bit size. */
function longBox(type: string, body: Buffer, size = BigInt(body.length + 16)): Buffer {
  const long = Buffer.alloc(8)
  long.writeBigUInt64BE(size)
  return box(type, [long, body], 1)
}

const version = (wide: boolean) => Buffer.from([wide ? 1 : 0, 0, 0, 0])

function time(value: bigint, wide: boolean): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(value)
  return wide ? bytes : bytes.subarray(4)
}

function mvhd({ ticks = 5_041n, timescale = 1_000, wide = false } = {}): Buffer {
  const scale = Buffer.alloc(4)
  scale.writeUInt32BE(timescale)
  return box('mvhd', [
    version(wide),
    time(7n, wide),
    time(7n, wide),
    scale,
    time(ticks, wide),
    Buffer.alloc(80),
  ])
}

function tkhd(width: number, height: number, wide = false): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt16BE(width, 0)
  size.writeUInt16BE(height, 4)
  const times = [time(7n, wide), time(7n, wide), Buffer.alloc(8), time(7n, wide)]
  return box('tkhd', [version(wide), ...times, Buffer.alloc(52), size])
}

const hdlr = (kind: string) => box('hdlr', [Buffer.alloc(8), Buffer.from(kind), Buffer.alloc(13)])

const trak = (kind: string, header: Buffer) =>
  box('trak', [header, box('mdia', [box('mdhd', Buffer.alloc(24)), hdlr(kind), box('minf')])])

const ftyp = box('ftyp', Buffer.from('isom\0\0\x02\0isommp41'))
const video = trak('vide', tkhd(864, 496))
const moov = box('moov', [mvhd(), trak('soun', tkhd(0, 0)), video, box('udta', Buffer.alloc(5))])
const mdat = box('mdat', Buffer.alloc(300, 7))
const whole = Buffer.concat([ftyp, moov, box('free'), mdat])

/** Inspects a file of these bytes as a video. */
async function read(...parts: Buffer[]) {
  const { into } = await folder()
  await writeFile(into, Buffer.concat(parts))
  const file = await open(into)
  try {
    return await readVideo(file)
  } finally {
    await file.close()
  }
}

const plain = { kind: 'video', type: 'video/mp4', width: 864, height: 496, duration: 5.041 }

/** A fragmented video, with its duration in `mehd`. */
function fragments(ticks: bigint): Buffer[] {
  const mvex = box('mvex', [box('mehd', [version(false), time(5_041n, false)])])
  return [ftyp, box('moov', [mvhd({ ticks }), video, mvex]), box('moof'), mdat]
}

const good: [what: string, parts: Buffer[]][] = [
  ['moov before mdat', [whole]],
  ['moov after mdat', [ftyp, mdat, moov]],
  ['two mdat boxes', [ftyp, moov, mdat, mdat]],
  ['an mdat box with a 64-bit size', [ftyp, moov, longBox('mdat', Buffer.alloc(10))]],
  [
    'headers of 64 bits',
    [ftyp, box('moov', [mvhd({ wide: true }), trak('vide', tkhd(864, 496, true))]), mdat],
  ],
  ['fragments with a duration', fragments(0n)],
  ['fragments with a duration where mvhd has an unknown one', fragments(0xffff_ffffn)],
]

test.for(good)('a video is read with %s', async ([, parts]) => {
  expect(await read(...parts)).toEqual(plain)
})

test('a video cut short at any byte is refused', async () => {
  for (let length = 0; length < whole.length; length += 7) {
    expect((await failureOf(read(whole.subarray(0, length)))).reason, `${length} bytes`).toBe('unreadable')
  }
})

const of = (...parts: Buffer[]) => [ftyp, box('moov', parts), mdat]
const head = mvhd()

const bad: [what: string, parts: Buffer[]][] = [
  ['one video after another', [whole, whole]],
  ['a tail of zeros', [whole, Buffer.alloc(1_000)]],
  ['a tail of seven bytes', [whole, Buffer.alloc(7)]],
  ['a page after it', [whole, Buffer.from('<!doctype html><script>alert(1)</script>')]],
  ['something before it', [box('free'), whole]],
  ['no type', [moov, mdat]],
  ['no moov box', [ftyp, mdat]],
  ['two moov boxes', [ftyp, moov, moov, mdat]],
  ['no mdat box', [ftyp, moov]],
  ['an empty mdat box', [ftyp, moov, box('mdat')]],
  ['a last box that extends to the end of the file', [ftyp, moov, box('mdat', Buffer.alloc(300), 0)]],
  ['a box smaller than its header', [ftyp, moov, box('mdat', Buffer.alloc(300), 7)]],
  ['a box larger than the file', [ftyp, moov, box('mdat', Buffer.alloc(300), 0xffff_ffff)]],
  ['a 64-bit size of zero', [ftyp, moov, longBox('mdat', Buffer.alloc(300), 0n)]],
  ['a 64-bit size smaller than its header', [ftyp, moov, longBox('mdat', Buffer.alloc(300), 15n)]],
  ['the largest 64-bit size', [ftyp, moov, longBox('mdat', Buffer.alloc(300), 0xffff_ffff_ffff_ffffn)]],
  ['a truncated 64-bit size', [ftyp, moov, mdat, box('mdat', Buffer.alloc(4), 1)]],
  ['a track that extends beyond moov', of(head, box('trak', Buffer.alloc(20), 400))],
  ['a moov box whose content doesn’t add up', of(head, video, Buffer.alloc(4))],
  ['a moov box with a box of open size', of(head, video, box('free', [], 0))],
  ['no mvhd box', of(video)],
  ['two mvhd boxes', of(head, head, video)],
  ['an mvhd box that is too short', of(box('mvhd', Buffer.alloc(10)), video)],
  ['an empty mvhd box', of(box('mvhd'), video)],
  ['an mvhd box of version 2', of(box('mvhd', Buffer.alloc(100, 2)), video)],
  ['no timescale', of(mvhd({ timescale: 0 }), video)],
  ['a duration of zero', of(mvhd({ ticks: 0n }), video)],
  ['an unknown duration', of(mvhd({ ticks: 0xffff_ffffn }), video)],
  ['an unknown 64-bit duration', of(mvhd({ ticks: 0xffff_ffff_ffff_ffffn, wide: true }), video)],
  ['a duration of years', of(mvhd({ ticks: 1n << 60n, wide: true }), video)],
  ['no track', of(head)],
  ['only a sound track', of(head, trak('soun', tkhd(864, 496)))],
  ['no width', of(head, trak('vide', tkhd(0, 496)))],
  ['no height', of(head, trak('vide', tkhd(864, 0)))],
  ['a side longer than any browser plays', of(head, trak('vide', tkhd(16_385, 496)))],
  ['a track without tkhd', of(head, box('trak', [box('mdia', [hdlr('vide')])]))],
  ['a track without mdia', of(head, box('trak', [tkhd(864, 496)]))],
  ['mdia without hdlr', of(head, box('trak', [tkhd(864, 496), box('mdia', [])]))],
  ['too many tracks', of(head, ...Array.from({ length: 101 }, () => video))],
  ['too many boxes', [ftyp, moov, mdat, ...Array.from({ length: 10_000 }, () => box('free'))]],
]

describe('a video is refused with', () => {
  test.for(bad)('%s', async ([, parts]) => {
    expect(await failureOf(read(...parts))).toMatchObject({ reason: 'unreadable' })
  })
})

test('a box of open size ends the parsing at once', async () => {
  const failure = await failureOf(read(ftyp, moov, mdat, box('free', Buffer.alloc(300), 0)))
  expect(failure.message).toContain('"free" is cut short')
})
