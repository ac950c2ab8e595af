import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { config } from '@/lib/server/config'

/** Lends a folder on the data disk, so that a finished file can be moved into place without a copy. */
export async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const root = `${config().DATA_DIR}/tmp`
  await mkdir(root, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(`${root}/in-`)
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
