import { rename } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** What Windows answers while another program, mostly a virus scanner or a reader, has either file open. */
const IN_USE = ['EPERM', 'EACCES', 'EBUSY']
/** ms between tries: some seconds in all. */
const WAITS_MS = [10, 50, 100, 250, 500, 1_000, 2_000]

/** Renames a file, replacing another. On Windows waits for programs that have one of them open. */
export async function replaceFile(from: string, to: string, system = process.platform): Promise<void> {
  for (const wait of system === 'win32' ? WAITS_MS : []) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && IN_USE.includes(`${error.code}`))) throw error
      await pause(wait)
    }
  }
  await rename(from, to)
}
