import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { Fault } from '@/lib/server/fault'
import { inTemporaryFolder } from '@/lib/server/temporary-folder'
import { Problem } from '@/lib/shared/problem'
import { bodyOf, refuseLarger, tooLarge } from './body'
import { whileReceiving } from './receiving'

/** A form part, in the order received: text, or a file on disk (0 bytes for an empty file field). */
export type Part = { name: string; value: string } | { name: string; file: string; bytes: number }

/** Most bytes per file and per value, and most of each. */
type Limits = { fileBytes: number; files: number; valueBytes: number; values: number }

/**
 * Streams a multipart form to disk, in constant memory. The files are deleted after `use`; exceeding a limit stops the reading at once.
 * @param user the sender's id
 * @throws Problem unsupported_media | too_large | invalid_input | upload_stalled | rate_limited
 */
export async function receiveForm<T>(
  request: Request,
  limits: Limits,
  user: string,
  use: (parts: Part[]) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    throw new Problem(
      'unsupported_media',
      'Send the fields as multipart/form-data, for example with curl -F.',
    )
  }
  refuseLarger(request, bytesOf(limits))
  return inTemporaryFolder(async (folder) =>
    use(await whileReceiving(user, () => readParts(request, type, limits, folder))),
  )
}

const bytesOf = ({ files, fileBytes, values, valueBytes }: Limits): number =>
  files * fileBytes + values * valueBytes

async function readParts(request: Request, type: string, limits: Limits, folder: string): Promise<Part[]> {
  const body = bodyOf(request, bytesOf(limits))
  const parts: Part[] = []
  const writing: Promise<void>[] = []
  const files: BusboyFileStream[] = []
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: {
      fileSize: limits.fileBytes,
      files: limits.files,
      fieldSize: limits.valueBytes,
      fields: limits.values,
      headerPairs: 20,
      headerSize: 8_192,
    },
  })
  const stop = (reason: Error): void => {
    parser.destroy(reason)
    for (const file of files) file.destroy(reason)
  }
  const write = async (part: { file: string; bytes: number }, stream: BusboyFileStream) => {
    await pipeline(stream, createWriteStream(part.file))
    part.bytes = stream.bytesRead
  }

  parser.on('field', (name: string | undefined, value, _nameCut, valueCut) => {
    if (valueCut) stop(new Problem('too_large', `${name} is too long. Shorten it.`))
    else parts.push({ name: name ?? '', value })
  })
  parser.on('file', (name: string | undefined, stream) => {
    const part = { name: name ?? '', file: `${folder}/${parts.length}`, bytes: 0 }
    parts.push(part)
    files.push(stream)
    stream.once('limit', () => stop(tooLarge(limits.fileBytes)))
    // A disk error must stop the parser too: nothing would drain this part any more.
    writing.push(write(part, stream).catch(stop))
  })
  parser.on('filesLimit', () => stop(tooMany(`${limits.files} files`)))
  parser.on('fieldsLimit', () => stop(tooMany(`${limits.values} values`)))

  try {
    await pipeline(body, parser)
  } catch (error) {
    stop(error instanceof Error ? error : new Fault('the body could not be read', { cause: error }))
    throw isOurs(error) ? error : malformed(error)
  } finally {
    await Promise.all(writing)
  }
  return parts
}

const tooMany = (what: string) => new Problem('invalid_input', `The form has more than ${what}. Send fewer.`)

const malformed = (cause: unknown) =>
  new Problem('invalid_input', 'The form is incomplete or malformed. Send it again.', { cause })

/** Problems and errors with an errno (such as a full disk) aren't the sender's fault. Everything else comes from the parser. */
const isOurs = (error: unknown): boolean =>
  error instanceof Problem ||
  (error instanceof Error && 'errno' in error && !('code' in error && error.code === 'ECONNRESET'))
