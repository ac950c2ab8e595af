import { crc32 } from 'node:zlib'

/** A file of an archive. */
export type Unzipped = { name: string; content: Buffer }

const END = 0x06054b50
const ENTRY = 0x02014b50
const UTF8 = 0x0800

/**
 * The files of a whole archive without compression, as its directory lists them.
 * @throws Error where it is cut off, compressed, not named in UTF-8, or a checksum is wrong
 */
export function unzip(archive: Buffer): Unzipped[] {
  const end = archive.length - 22
  if (end < 0 || archive.readUInt32LE(end) !== END) throw new Error('the archive is cut off')
  const files: Unzipped[] = []
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error('the directory is damaged')
    if ((archive.readUInt16LE(at + 8) & UTF8) === 0) throw new Error('a name is not in UTF-8')
    if (archive.readUInt16LE(at + 10) !== 0) throw new Error('a file is compressed')
    files.push(fileAt(archive, at))
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30)
  }
  return files
}

function fileAt(archive: Buffer, entry: number): Unzipped {
  const name = archive.toString('utf8', entry + 46, entry + 46 + archive.readUInt16LE(entry + 28))
  const local = archive.readUInt32LE(entry + 42)
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const content = archive.subarray(start, start + archive.readUInt32LE(entry + 24))
  if (crc32(content) !== archive.readUInt32LE(entry + 16)) throw new Error(`${name} is damaged`)
  return { name, content }
}
