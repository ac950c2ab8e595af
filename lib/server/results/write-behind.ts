/** The part of FileHandle that is used. */
type Disk = {
  writev(chunks: Buffer[]): Promise<{ bytesWritten: number }>
  writeFile(rest: Buffer): Promise<void>
  datasync(): Promise<void>
  sync(): Promise<void>
}

/** Bytes per write: one write for each 64 kB chunk would take half as long again. */
const CHUNK_BYTES = 1_000_000

/** Bytes between syncs in the background, which leaves little to wait for at the end. */
const SYNC_BYTES = 4_000_000

/**
 * Writes small chunks to a file in larger writes, each while the next is being collected. `add` waits while two writes are pending;
 * `end` until everything is synced. Both throw the file system's error.
 */
export function writeBehind(file: Disk) {
  let collected: Buffer[] = []
  let bytes = 0
  let unsynced = 0
  let writing: Promise<unknown> = Promise.resolve()
  let syncing: Promise<unknown> = Promise.resolve()

  async function flush(): Promise<void> {
    await writing
    writing = awaitedLater(writeAll(file, collected, bytes))
    unsynced += bytes
    collected = []
    bytes = 0
    if (unsynced < SYNC_BYTES) return
    unsynced = 0
    syncing = awaitedLater(Promise.all([syncing, file.datasync()]))
  }

  return {
    async add(chunk: Buffer): Promise<void> {
      collected.push(chunk)
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

/** A disk that is almost full may take only part; writing the rest then fails, or succeeds after all. */
async function writeAll(file: Disk, chunks: Buffer[], bytes: number): Promise<void> {
  const { bytesWritten } = await file.writev(chunks)
  if (bytesWritten < bytes) await file.writeFile(Buffer.concat(chunks).subarray(bytesWritten))
}

function awaitedLater<T>(work: Promise<T>): Promise<T> {
  work.catch(() => {}) // handled where it is awaited, unless the file is abandoned first
  return work
}
