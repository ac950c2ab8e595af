import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { config } from '@/lib/server/config.js'
import { replaceFile } from './replace-file'
import { syncFolder } from './sync'

/** An entry that must survive the process while the database is unavailable; one small file each. */
export type Note = { name: string; text: string }

const UNFINISHED = '.part'
/** ms after which an unfinished entry was left by a crash. */
const ABANDONED_MS = 60_000

const folder = (): string => `${config().DATA_DIR}/journal`

/** Writes an entry. When this resolves, it survives a power cut. `name`: letters and digits. */
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
  await replaceFile(path + UNFINISHED, path)
  await syncFolder(folder())
}

/** Deletes an entry. A missing one is no error: another process may have been quicker. */
export const dropNote = (name: string): Promise<void> => rm(`${folder()}/${name}`, { force: true })

/** All entries, of every process that uses this folder. Deletes unfinished ones left by a crash. */
export async function readNotes(): Promise<Note[]> {
  const names = await readdir(folder()).catch(() => []) // no entry was ever written
  const notes: Note[] = []
  for (const name of names) {
    const path = `${folder()}/${name}`
    if (name.endsWith(UNFINISHED)) await deleteAbandoned(path)
    else notes.push({ name, text: await readFile(path, 'utf8').catch(() => '') })
  }
  return notes
}

async function deleteAbandoned(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found && Date.now() - found.mtimeMs > ABANDONED_MS) await rm(path, { force: true })
}
