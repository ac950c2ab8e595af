import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Dicer } from '@fastify/busboy'
import { Fault } from '@/lib/server/fault'
import { invalid } from '@/lib/server/invalid-input'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { Problem } from '@/lib/shared/problem'
import { bodyOf, refuseLarger, tooLarge } from './body'
import { headerParameters } from './header-parameters'
import { malformedPart, readPartHead } from './part-head'
import { whileReceiving } from './receiving'
import { decodeUtf8 } from './utf8'

/** A form part, in the order received: text, or a file on disk. `filename` is '' where no file was chosen. */
export type Part =
  | { name: string; value: string }
  | { name: string; file: string; filename: string; bytes: number }

/** Most bytes per file and per value, and most of each. */
type Limits = { fileBytes: number; files: number; valueBytes: number; values: number }

/**
 * Streams a multipart form to disk, in constant memory. The files are deleted after `use`; exceeding a limit stops the reading at once.
 * Either every part was read as it was sent, or the form is refused.
 * @param user the sender's id
 * @throws Problem unsupported_media | too_large | invalid_input | upload_stalled | rate_limited
 * @throws Error with an errno when a file can't be written
 */
export async function receiveForm<T>(
  request: Request,
  limits: Limits,
  user: string,
  use: (parts: Part[]) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? ''
  const parameters = /^multipart\/form-data\s*;/i.test(type) ? headerParameters(type) : undefined
  const boundary = parameters?.get('boundary')
  if (!boundary) {
    throw new Problem(
      'unsupported_media',
      'Send the fields as multipart/form-data, for example with curl --form-string.',
    )
  }
  const charset = parameters?.get('charset')
  refuseLarger(request, bytesOf(limits))
  return inTemporaryFolder(async (folder) =>
    use(await whileReceiving(user, () => readParts(request, { boundary, charset }, limits, folder))),
  )
}

const bytesOf = ({ files, fileBytes, values, valueBytes }: Limits): number =>
  files * fileBytes + values * valueBytes

type Form = { boundary: string; charset: string | undefined }

async function readParts(request: Request, form: Form, limits: Limits, folder: string): Promise<Part[]> {
  const body = bodyOf(request, bytesOf(limits))
  const config = { boundary: form.boundary, maxHeaderPairs: 20, maxHeaderSize: 8_192, autoDestroy: false }
  const parser = new Dicer(config)
  const streams: Readable[] = []
  const reading: Promise<void>[] = []
  let failure: Error | undefined
  const stop = (reason: unknown): void => {
    if (failure) return
    failure = reason instanceof Error ? reason : new Fault('the body could not be read', { cause: reason })
    // A disk error must stop the parser too: nothing would drain its part any more.
    for (const stream of [parser, ...streams]) stream.destroy(failure)
  }

  const { parts, read } = collectParts(form, limits, folder)
  parser.on('part', (stream) => {
    streams.push(stream)
    stream.on('error', () => {}) // reaches whoever reads the part
    stream.once('header', (header) => {
      reading.push(failure ? Promise.resolve() : read(stream, header).catch(stop))
    })
  })
  parser.on('error', stop)
  await parse(body, parser, () => failure !== undefined).catch(stop)
  await Promise.all(reading) // a file's last bytes may fail to be written after the form was read to its end
  if (failure) throw isOurs(failure) ? failure : malformedPart(failure)
  if (reading.length < streams.length) throw malformedPart()
  return parts
}

/**
 * Feeds the parser until it has found the form's end and its parts were consumed. Not a pipeline, because the parser may be done
 * before the body ends.
 * @throws Error of the body or the parser
 */
async function parse(body: Readable, parser: Dicer, isStopped: () => boolean): Promise<void> {
  const finished = once(parser, 'finish')
  finished.catch(() => {}) // awaited below, if the body can be read to its end
  for await (const chunk of body) {
    if (isStopped()) break
    // A chunk with the form's end may never be drained: the parser is done once the parts are read.
    if (!parser.write(chunk)) await Promise.race([once(parser, 'drain'), finished])
  }
  if (!isStopped()) parser.end()
  await finished
}

/** The parts of a form, each complete when its `read` has resolved. */
function collectParts(form: Form, limits: Limits, folder: string) {
  const parts: Part[] = []
  const left = { files: limits.files, values: limits.values }
  const add = <P extends Part>(kind: 'files' | 'values', part: P): P => {
    if (left[kind]-- === 0) throw tooMany(`${limits[kind]} ${kind}`)
    parts.push(part)
    return part
  }
  const read = async (stream: Readable, header: object): Promise<void> => {
    const { name, filename, charset = form.charset } = readPartHead(header)
    if (filename === undefined) {
      const part = add('values', { name, value: '' })
      part.value = await readText(stream, name, limits.valueBytes, charset)
    } else {
      const part = add('files', { name, file: `${folder}/${parts.length}`, filename, bytes: 0 })
      part.bytes = await writeFile(stream, part.file, limits.fileBytes)
    }
  }
  return { parts, read }
}

async function readText(
  stream: Readable,
  name: string,
  limit: number,
  charset: string | undefined,
): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of within(limit, stream, () => tooLong(name))) chunks.push(chunk)
  const text = decodeUtf8(Buffer.concat(chunks), charset)
  if (text === undefined) throw invalid([{ type: 'not_utf8', field: name, part: 'value' }])
  return text
}

/** @returns the number of bytes written */
async function writeFile(stream: Readable, file: string, limit: number): Promise<number> {
  const target = createWriteStream(file)
  await pipeline(stream, (chunks) => within(limit, chunks, () => tooLarge(limit)), target)
  return target.bytesWritten
}

async function* within(limit: number, chunks: AsyncIterable<Buffer>, refusal: () => Problem) {
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.byteLength
    if (bytes > limit) throw refusal()
    yield chunk
  }
}

const tooLong = (name: string) => new Problem('too_large', `${name} is too long. Shorten it.`)

const tooMany = (what: string) => new Problem('invalid_input', `The form has more than ${what}. Send fewer.`)

/** Problems and errors with an errno (such as a full disk) aren't the sender's fault. Everything else comes from the parser. */
const isOurs = (error: unknown): boolean =>
  error instanceof Problem ||
  (error instanceof Error && 'errno' in error && !('code' in error && error.code === 'ECONNRESET'))
