/** What is asked of a file; a FileHandle gives it. */
type Disk = {
  writev(chunks: Buffer[]): Promise<{ bytesWritten: number }>
  writeFile(rest: Buffer): Promise<void>
  datasync(): Promise<void>
  sync(): Promise<void>
}

/** So much goes to the disk at a time: one write for each 64 KB that arrive would take half as long again. */
const CHUNK_BYTES = 1_000_000

/** So much is synced while more arrives, so that little is left to wait for at the end. */
const SYNC_BYTES = 4_000_000

/**
 * Writes to a file, from where it stands, what arrives in small chunks: in pieces, each while the next is gathered.
 * `add` waits while two are held; `end` until all is on the disk, synced. Both throw the disk's own error.
 */
export function writeBehind(file: Disk) {
  let gathered: Buffer[] = []
  let bytes = 0
  let unsynced = 0
  let writing: Promise<unknown> = Promise.resolve()
  let syncing: Promise<unknown> = Promise.resolve()

  async function flush(): Promise<void> {
    await writing
    writing = awaitedLater(writeAll(file, gathered, bytes))
    unsynced += bytes
    gathered = []
    bytes = 0
    if (unsynced < SYNC_BYTES) return
    unsynced = 0
    syncing = awaitedLater(Promise.all([syncing, file.datasync()]))
  }

  return {
    async add(chunk: Buffer): Promise<void> {
      gathered.push(chunk)
      bytes += chunk.length
      if (bytes >= CHUNK_BYTES) await flush()
    },
    async end(): Promise<void> {
      await flush()
      await Promise.all([writing, syncing])
      await file.sync()
    },
  }
}

/** A disk that is almost full takes a part of it; what is left then fails, or finds room after all. */
async function writeAll(file: Disk, chunks: Buffer[], bytes: number): Promise<void> {
  const { bytesWritten } = await file.writev(chunks)
  if (bytesWritten < bytes) await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten))
}

function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {}) // heard of where it is awaited, or else the file is given up
  return work
}
