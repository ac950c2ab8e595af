import type { Readable } from 'node:stream'
import { makeZip } from 'client-zip'

/** A file of an archive. */
export type ZipFile = { name: string; lastModified: Date; open: () => Readable }

/**
 * Files as one archive, made while it is read, one chunk of one file at a time: its size costs no memory. They are stored as they
 * are, since videos don't get smaller. Where one can't be read, the stream fails; when its reader leaves, the open file is closed.
 */
export const zipStream = (files: readonly ZipFile[]): ReadableStream<Uint8Array> => makeZip(entriesOf(files))

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
