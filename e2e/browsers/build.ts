import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILES, nextBuild, SOURCES } from '@/e2e/under-path/build'

/** When a file, or the newest file in a folder, was changed, in ms; 0 when there is none. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const times = await Promise.all((await readdir(path)).map((name) => changedAt(join(path, name))))
  return Math.max(0, ...times)
}

/** Builds the studio, unless its build is newer than everything that it is made of. @throws Error when that fails */
export async function bringBuild(): Promise<void> {
  const built = await changedAt('.next/BUILD_ID')
  const sources = [...SOURCES, ...FILES, 'package-lock.json'].filter((name) => name !== 'package.json')
  const changed = await Promise.all(sources.map(changedAt))
  if (built > Math.max(...changed)) return
  console.log('Building …')
  const { code, output } = await nextBuild('.', { TYPES_CHECKED: '1' })
  if (code !== 0) throw new Error(`the build failed:\n${output}`)
}
