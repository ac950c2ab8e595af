import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Opens a temporary folder for one test file's images. */
export async function openDesk() {
  const folder = await mkdtemp(`${tmpdir()}/images-`)
  let count = 0
  const fresh = () => `${folder}/${++count}.bin`
  return {
    folder,
    fresh,
    put: async (bytes: Buffer | string | Sharp): Promise<string> => {
      const file = fresh()
      await writeFile(
        file,
        typeof bytes === 'string' || Buffer.isBuffer(bytes) ? bytes : await bytes.toBuffer(),
      )
      return file
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

export type Rgb = readonly [red: number, green: number, blue: number]

/** Draws an image pixel by pixel, three channels of 8 bits. */
export function draw(width: number, height: number, colour: (x: number, y: number) => Rgb): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) pixels.set(colour(x, y), (y * width + x) * 3)
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

const level = (value: number): number => Math.max(0, Math.min(255, Math.round(value)))

/** A photo-like image with soft light, edges and grain; deterministic. */
export const photo = (width = 480, height = 360): Sharp =>
  draw(width, height, (x, y) => {
    const light = 128 + 70 * Math.sin(x / 37) + 40 * Math.cos(y / 23)
    const edge = (x >> 6) % 2 === (y >> 6) % 2 ? 12 : -12
    const grain = (((x * 73_856_093) ^ (y * 19_349_663)) >>> 5) % 7
    return [level(light + edge + grain), level(light * 0.8 + grain), level(220 - light * 0.6 + edge)]
  })

/** An image of one colour. */
export const flat = (width: number, height: number, background = '#4080c0'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } })

/** Concatenates files. */
export const join = (...parts: (Buffer | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => Buffer.from(part)))

/** Bytes from a string, one per character. */
export const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1')

/** A PNG chunk with its checksum. */
export function chunk(type: string, data: Buffer | string): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length - 4, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Inserts chunks after a PNG's header. */
export const withChunks = (png: Buffer, ...chunks: Buffer[]): Buffer =>
  Buffer.concat([png.subarray(0, 33), ...chunks, png.subarray(33)])

/** A grey PNG of 1 bit per pixel whose header can claim any size. `data` is compressed here. */
export function handmadePng(width: number, height: number, data: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', ''),
  ])
}

/** Inserts a segment after a JPEG's first marker. */
export function withSegment(jpeg: Buffer, marker: number, data: string): Buffer {
  const body = Buffer.from(data, 'latin1')
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** Offset of a JPEG's frame header, baseline or progressive: found by walking the segments, whose data may hold anything. */
function frameOf(jpeg: Buffer): number {
  let at = 2
  while (jpeg[at + 1] !== 0xc0 && jpeg[at + 1] !== 0xc2) at += 2 + jpeg.readUInt16BE(at + 2)
  return at
}

/**
 * Changes the size in an image's header: JPEG, PNG, or WebP without an alpha channel or metadata. What is judged by the
 * header alone needs no image of that size, which would take seconds to write.
 */
export function claiming(image: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(image)
  if (claimed.toString('latin1', 12, 16) === 'IHDR') {
    claimed.writeUInt32BE(width, 16)
    claimed.writeUInt32BE(height, 20)
    claimed.writeUInt32BE(crc32(claimed.subarray(12, 29)), 29)
  } else if (claimed.toString('latin1', 12, 16) === 'VP8 ') {
    claimed.writeUInt16LE(width, 26)
    claimed.writeUInt16LE(height, 28)
  } else {
    const frame = frameOf(claimed)
    claimed.writeUInt16BE(height, frame + 5)
    claimed.writeUInt16BE(width, frame + 7)
  }
  return claimed
}

/** An uncompressed ZIP with one empty file of this name; offsets are relative to its own start. */
export function zip(name = 'a.txt', comment = ''): Buffer {
  const local = Buffer.alloc(30 + name.length)
  local.write('PK\x03\x04', 0, 'latin1')
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30, 'latin1')
  const entry = Buffer.alloc(46 + name.length)
  entry.write('PK\x01\x02', 0, 'latin1')
  entry.writeUInt16LE(name.length, 28)
  entry.write(name, 46, 'latin1')
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([local, entry, end, Buffer.from(comment)])
}

/** The start of an ISO media file of this brand (HEIC, AVIF, MP4), followed by some data. */
export const media = (brand: string): Buffer =>
  Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1`, 'latin1'), Buffer.alloc(5_000, 3)])
