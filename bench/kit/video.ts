function box(type: string, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content])
}

/** A header of `length` bytes with 32-bit numbers at the given offsets. */
function fields(length: number, numbers: Record<number, number>): Buffer {
  const bytes = Buffer.alloc(length)
  for (const [at, value] of Object.entries(numbers)) bytes.writeUInt32BE(value, Number(at))
  return bytes
}

const FIXED_POINT = 65_536
const VIDEO = Buffer.from('vide').readUInt32BE()

/** An MP4 with valid boxes (ISO/IEC 14496-12), 15 s at 1280×720, and `bytes` of filler instead of frames. */
export function video(bytes: number): Buffer {
  const track = box(
    'trak',
    box('tkhd', fields(84, { 76: 1_280 * FIXED_POINT, 80: 720 * FIXED_POINT })),
    box('mdia', box('hdlr', fields(24, { 8: VIDEO }))),
  )
  const directory = box('moov', box('mvhd', fields(100, { 12: 1_000, 16: 15_000 })), track)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\0\0isom')),
    directory,
    box('mdat', Buffer.alloc(bytes, 7)),
  ])
}
