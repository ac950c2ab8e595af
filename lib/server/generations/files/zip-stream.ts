import type { Readable } from 'node:stream'
import { makeZip, predictLength } from 'client-zip'

/** A file of an archive; `bytes` is how many its stream gives. */
export type ZipFile = { name: string; bytes: number; lastModified: Date; open: () => Readable }

/** An archive on its way out. `bytes` is its exact length, so one that was cut off is known as such. */
export type ZipStream = { bytes: number; stream: ReadableStream<Uint8Array> }

/**
 * Files as one archive, made while it is read, one piece of one file at a time: its size costs no memory. They are stored as they
 * are, since videos don't get smaller. Where one can't be read, the stream fails; when its reader leaves, the open file is closed.
 */
export const zipStream = (files: readonly ZipFile[]): ZipStream => ({
  bytes: Number(predictLength(files.map(({ name, bytes }) => ({ name, size: bytes })))),
  stream: makeZip(entriesOf(files)),
})

async function* entriesOf(files: readonly ZipFile[]) {
  for (const { name, lastModified, open } of files) {
    const input = open()
    try {
      yield { name, lastModified, input }
    } catch {
      return // the reader has left: client-zip throws that in here, and expects nothing more
    } finally {
      input.destroy()
    }
  }
}
