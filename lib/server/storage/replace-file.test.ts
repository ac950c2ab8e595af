import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { replaceFile } from './replace-file'

vi.mock('node:fs/promises', { spy: true })

const inUse = (code: string) => Object.assign(new Error(code), { code })

async function files() {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-replace-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [from, to] = [join(folder, 'from'), join(folder, 'to')]
  await writeFile(from, 'new')
  await writeFile(to, 'old')
  vi.mocked(rename).mockClear()
  return { from, to }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows, a file in use (%s) is waited for', async (code) => {
  const { from, to } = await files()
  vi.mocked(rename).mockRejectedValueOnce(inUse(code)).mockRejectedValueOnce(inUse(code))
  await replaceFile(from, to, 'win32')
  expect(await readFile(to, 'utf8')).toBe('new')
  expect(rename).toHaveBeenCalledTimes(3)
})

test('on other systems, and for other reasons, the error is told at once', async () => {
  const { from, to } = await files()
  vi.mocked(rename).mockRejectedValueOnce(inUse('EPERM'))
  await expect(replaceFile(from, to, 'linux')).rejects.toMatchObject({ code: 'EPERM' })
  vi.mocked(rename).mockRejectedValueOnce(inUse('EXDEV'))
  await expect(replaceFile(from, to, 'win32')).rejects.toMatchObject({ code: 'EXDEV' })
  expect(rename).toHaveBeenCalledTimes(2)
})
