import { spawnSync } from 'node:child_process'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { expect, onTestFinished, test } from 'vitest'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'promptreel-backup-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

test.each([
  ['files', ''],
  ['files/videos', 'videos'],
])('a backup holds the videos themselves where %s is a link to another disk', (link, below) => {
  const [data, elsewhere, copy] = [folder(), folder(), join(folder(), 'copy')]
  mkdirSync(join(elsewhere, 'videos'))
  writeFileSync(join(elsewhere, 'videos/01A'), 'a video')
  if (link !== 'files') mkdirSync(join(data, 'files'))
  symlinkSync(join(elsewhere, below), join(data, link))
  const database = new Database(join(data, 'promptreel.db'))
  database.exec('create table kept (id text)')
  database.close()

  const { status, stderr } = spawnSync(process.execPath, ['scripts/backup.mjs', copy], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: data, DATABASE_URL: '' },
  })
  expect([status, stderr]).toEqual([0, ''])
  expect(lstatSync(join(copy, link)).isSymbolicLink()).toBe(false)
  expect(readFileSync(join(copy, 'files/videos/01A'), 'utf8')).toBe('a video')
})
