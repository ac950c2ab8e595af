import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'

/** A file to send. `stream` is opened when it is needed and must give exactly `bytes` bytes. */
export type Frame = { name: string; type: string; bytes: number; stream: () => Readable }

/**
 * Encodes a multipart form with its length known in advance. `FormData` would turn every line break of the prompt into two
 * characters, which the provider counts; this sends text unchanged.
 */
export function multipart(fields: Record<string, string>, files: { name: string; file: Frame }[]) {
  const boundary = `promptreel-${randomUUID()}`
  const head = (lines: string[]) => Buffer.from([`--${boundary}`, ...lines, '', ''].join('\r\n'))
  const texts = Object.entries(fields).map(([name, value]) => ({
    head: head([`Content-Disposition: form-data; name="${name}"`]),
    body: Buffer.from(value),
  }))
  const blobs = files.map(({ name, file }) => ({
    head: head([
      `Content-Disposition: form-data; name="${name}"; filename="${file.name}"`,
      `Content-Type: ${file.type}`,
    ]),
    file,
  }))
  const end = Buffer.from(`--${boundary}--\r\n`)
  const lengths = [
    ...texts.map((part) => part.head.length + part.body.length + 2),
    ...blobs.map((part) => part.head.length + part.file.bytes + 2),
    end.length,
  ]

  async function* chunks(): AsyncGenerator<Buffer> {
    for (const text of texts) yield Buffer.concat([text.head, text.body, CRLF])
    for (const blob of blobs) {
      yield blob.head
      yield* blob.file.stream()
      yield CRLF
    }
    yield end
  }

  return {
    type: `multipart/form-data; boundary=${boundary}`,
    length: lengths.reduce((sum, length) => sum + length, 0),
    body: () => Readable.from(chunks(), { objectMode: false }),
  }
}

const CRLF = Buffer.from('\r\n')
