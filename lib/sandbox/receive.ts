import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import { IMAGE } from '@/lib/shared/models'

const REQUEST_LIMIT = 64_000_000 // bytes, from the provider's contract
const VALUE_LIMIT = 262_144 // bytes; a prompt of 8192 code points takes 32 kB at most

export type ReceivedFile = {
  field: string
  name: string
  type: string
  bytes: number
  sha256: string
  path: string
}
export type ReceivedImage = ReceivedFile & { width: number; height: number }
export type Received = {
  fields: [name: string, value: string][]
  files: ReceivedFile[]
  complaint: string | null
}

/**
 * Streams a form to disk. `complaint` says what is wrong with it. A body that is too large is still read to its end, so
 * that the sender gets the response.
 */
export async function receive(request: Request, folder: string): Promise<Received> {
  const received: Received = { fields: [], files: [], complaint: null }
  const type = request.headers.get('content-type') ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) {
    await drain(request)
    return { ...received, complaint: 'Content-Type must be multipart/form-data' }
  }
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { fieldSize: VALUE_LIMIT, fileSize: IMAGE.maxBytes + 1 },
  })
  const open: BusboyFileStream[] = []
  const writing: Promise<unknown>[] = []
  parser.on('field', (name, value, _, cut) => {
    received.fields.push([name, value])
    if (cut) received.complaint ??= `${name} is too long`
  })
  parser.on('file', (field, stream, name, _, mime) => {
    const file = { field, name, type: mime, bytes: 0, sha256: '', path: join(folder, randomUUID()) }
    received.files.push(file)
    open.push(stream)
    writing.push(write(stream, file).catch(reasonOf))
  })
  const meter = { bytes: 0 }
  const broken = await pipeline(within(REQUEST_LIMIT, request, meter), parser).catch(reasonOf)
  if (broken) for (const stream of open) stream.destroy()
  const unwritten = (await Promise.all(writing)).find(Boolean)
  if (meter.bytes > REQUEST_LIMIT) received.complaint ??= 'Request body exceeds 64 MB'
  if (broken || unwritten) received.complaint ??= 'Malformed multipart body'
  return received
}

/** Reads and discards a body. */
export async function drain(request: Request): Promise<void> {
  for await (const _ of within(0, request, { bytes: 0 }));
}

const reasonOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

async function* within(limit: number, request: Request, meter: { bytes: number }) {
  for await (const chunk of request.body ?? []) {
    meter.bytes += chunk.byteLength
    if (meter.bytes <= limit) yield chunk
  }
}

async function write(stream: BusboyFileStream, file: ReceivedFile): Promise<void> {
  const hash = createHash('sha256')
  const measure = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      hash.update(chunk)
      file.bytes += chunk.byteLength
      yield chunk
    }
  }
  await pipeline(stream, measure, createWriteStream(file.path))
  file.sha256 = hash.digest('hex')
}
