import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { applyJournal, read } from '@/lib/server/generations'
import type { startStudio } from './fixture'
import { me, problemOf } from './submission'

/** What the journal does at a start, whichever database there is. */
export function journalContract({ folder, fail, make }: ReturnType<typeof startStudio>): void {
  const put = async (name: string, text: string) => {
    await mkdir(`${folder()}/journal`, { recursive: true })
    await writeFile(`${folder()}/journal/${name}`, text)
  }
  const noted = () => readdir(`${folder()}/journal`).catch(() => [])
  const pending = (generation: string, taskid: string) =>
    JSON.stringify({
      generation,
      lease: null,
      outcome: { status: 'pending', taskid, wait: 100, due_at: '2026-01-01T00:00:00.000Z' },
    })
  /** One whose answer was lost. */
  const lost = async () => {
    fail({ on: 'create', fault: 'drop-after-accepting' })
    return (await problemOf(make())).details.generation ?? ''
  }

  test('a taskid that an earlier run could not write down is written down, once', async () => {
    const id = await lost()
    await put(id, pending(id, 'kept_1'))
    await applyJournal()
    expect(await read(id, me)).toMatchObject({ status: 'pending', taskid: 'kept_1', failure: null })
    expect(await noted()).toEqual([])
    await put(id, pending(id, 'kept_1'))
    await applyJournal()
    expect(await read(id, me)).toMatchObject({ status: 'pending', taskid: 'kept_1' })
    expect(await noted()).toEqual([])
  })

  test('also for whoever owns the generation by now', async () => {
    const id = await lost()
    await (await db()).updateTable('generations').set({ person: 'another' }).where('id', '=', id).execute()
    await put(id, pending(id, 'kept_2'))
    await applyJournal()
    expect(await read(id, { id: 'another' })).toMatchObject({ taskid: 'kept_2' })
  })

  test('what is gone, settled otherwise or cut short is no obstacle to the rest', async () => {
    const [settled, id] = [await make(), await lost()]
    const gone = ulid()
    await put(gone, pending(gone, 'kept_3'))
    await put(settled.id, pending(settled.id, 'kept_4'))
    await put('torn', pending(id, 'kept_5').slice(0, 40))
    await put('empty', '')
    await put(id, pending(id, 'kept_6'))
    await applyJournal()
    expect((await read(settled.id, me)).taskid).toBe(settled.taskid)
    expect((await read(id, me)).taskid).toBe('kept_6')
    expect(await noted()).toEqual([])
  })

  test('what was refused and is being sent anew is not refused by an old note', async () => {
    const id = await lost()
    const row = { status: 'submitting', lease: 'second sending', failure_code: null } as const
    await (await db()).updateTable('generations').set(row).where('id', '=', id).execute()
    const outcome = { status: 'rejected', failure_code: 'provider_busy', failure_message: 'Busy.' }
    await put(id, JSON.stringify({ generation: id, lease: 'first sending', outcome }))
    await applyJournal()
    expect(await read(id, me)).toMatchObject({ status: 'submitting', failure: null })
    await (await db()).updateTable('generations').set({ status: 'unknown' }).where('id', '=', id).execute()
  })
}
