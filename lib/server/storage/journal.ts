import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { config } from '@/lib/server/config.js'
import { sync } from './disk'

/** What must outlive the process while the database cannot take it: one small file each. */
export type Note = { name: string; text: string }

const UNFINISHED = '.part'
/** ms after which nobody is still writing one. */
const LONG_AGO_MS = 60_000

const folder = (): string => `${config().DATA_DIR}/journal`

/** Keeps a note. When this returns, it survives a power cut. `name`: letters and digits. */
export async function keepNote({ name, text }: Note): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const path = `${folder()}/${name}`
  const handle = await open(path + UNFINISHED, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(path + UNFINISHED, path)
  await sync(folder())
}

/** Drops a note. One that is gone is no error: another process may have been quicker. */
export const dropNote = (name: string): Promise<void> => rm(`${folder()}/${name}`, { force: true })

/** All notes, of every process that uses this folder. What a crash cut short tells nothing, and is cleared away. */
export async function readNotes(): Promise<Note[]> {
  const names = await readdir(folder()).catch(() => []) // none has ever been kept
  const notes: Note[] = []
  for (const name of names) {
    const path = `${folder()}/${name}`
    if (name.endsWith(UNFINISHED)) await clearAway(path)
    else notes.push({ name, text: await readFile(path, 'utf8').catch(() => '') })
  }
  return notes
}

async function clearAway(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found && Date.now() - found.mtimeMs > LONG_AGO_MS) await rm(path, { force: true })
}
