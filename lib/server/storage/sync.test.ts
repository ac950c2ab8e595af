import { constants } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { storageContract } from '@/testing/storage/contract'
import { diskStorage } from './disk'
import { dropNote, keepNote, readNotes } from './journal'
import { syncFile, syncFolder } from './sync'

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'promptreel-sync-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

const refused = (code: string) =>
  Object.assign(new Error(`${code}: operation not permitted, fsync`), { code })

/** How a descriptor was opened, from Linux's own list of them. */
async function flagsOf(fd: number): Promise<number> {
  const [, octal = '0'] = /^flags:\s+(\d+)$/m.exec(await readFile(`/proc/self/fdinfo/${fd}`, 'utf8')) ?? []
  return Number.parseInt(octal, 8)
}

/** Makes every sync behave as on Windows: EPERM unless the handle may write, and for each folder. Counts those that worked. */
async function asOnWindows(code = 'EPERM') {
  const handle = await open(import.meta.filename, 'r')
  const prototype = Object.getPrototypeOf(handle)
  await handle.close()
  const worked = { times: 0 }
  const syncs = vi.spyOn(prototype, 'sync').mockImplementation(async function (this: unknown) {
    const fd = Number(Reflect.get(Object(this), 'fd'))
    if (((await flagsOf(fd)) & (constants.O_WRONLY | constants.O_RDWR)) === 0) throw refused(code)
    worked.times += 1
  })
  onTestFinished(() => syncs.mockRestore())
  return worked
}

describe.skipIf(process.platform !== 'linux')(
  'where only writable handles may be synced, as on Windows',
  () => {
    beforeAll(async () => {
      process.env.TENSORSLAB_API_KEY = 'k'
      process.env.DATA_DIR = await mkdtemp(join(tmpdir(), 'promptreel-sync-'))
    })

    storageContract(async () => {
      await asOnWindows()
      return diskStorage(await folder())
    })

    test('an object is synced before it is there', async () => {
      const worked = await asOnWindows()
      const file = join(await folder(), 'finished')
      await (await open(file, 'w')).close()
      await diskStorage(await folder()).put('videos/01A', file)
      expect(worked.times).toBe(1)
    })

    test('an entry of the journal is kept', async () => {
      const worked = await asOnWindows()
      await keepNote({ name: 'a', text: 'kept' })
      expect(await readNotes()).toEqual([{ name: 'a', text: 'kept' }])
      expect(worked.times).toBe(1)
      await dropNote('a')
    })

    test.each(['EISDIR', 'EINVAL', 'ENOTSUP'])('a folder that answers %s is done without', async (code) => {
      await asOnWindows(code)
      await expect(syncFolder(await folder())).resolves.toBeUndefined()
    })
  },
)

test('a folder that is not there, and a file that can’t be synced, are errors', async () => {
  await expect(syncFolder(join(await folder(), 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
  await expect(syncFile(join(await folder(), 'gone'))).rejects.toMatchObject({ code: 'ENOENT' })
})
