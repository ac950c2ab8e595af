import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { ulid } from 'ulid'
import { expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { applyJournal, read } from '@/lib/server/generations'
import type { startStudio } from './fixture'
import { me, problemOf } from './submission'

/** Contract of applying the journal at startup, for every database. */
export function journalContract({ folder, fail, make }: ReturnType<typeof startStudio>): void {
  const put = async (name: string, text: string) => {
    await mkdir(`${folder()}/journal`, { recursive: true })
    await writeFile(`${folder()}/journal/${name}`, text)
  }
  const entries = () => readdir(`${folder()}/journal`).catch(() => [])
  const pending = (generation: string, taskid: string) =>
    JSON.stringify({
      generation,
      lease: null,
      outcome: { status: 'pending', taskid, wait: 100, due_at: '2026-01-01T00:00:00.000Z' },
    })
  /** Creates a generation whose response was lost. */
  const lost = async () => {
    fail({ on: 'create', fault: 'drop-after-accepting' })
    return (await problemOf(make())).details.generation ?? ''
  }

  test('a taskid that an earlier process could not store is stored from the journal, once', async () => {
    const id = await lost()
    await put(id, pending(id, 'kept_1'))
    await applyJournal()
    expect(await read(id, me)).toMatchObject({ status: 'pending', taskid: 'kept_1', failure: null })
    expect(await entries()).toEqual([])
    await put(id, pending(id, 'kept_1'))
    await applyJournal()
    expect(await read(id, me)).toMatchObject({ status: 'pending', taskid: 'kept_1' })
    expect(await entries()).toEqual([])
  })

  test('a taskid from the journal is stored even if the generation has a new owner', async () => {
    const id = await lost()
    await (await db()).updateTable('generations').set({ person: 'another' }).where('id', '=', id).execute()
    await put(id, pending(id, 'kept_2'))
    await applyJournal()
    expect(await read(id, { id: 'another' })).toMatchObject({ taskid: 'kept_2' })
  })

  test('journal entries that are obsolete, conflicting or truncated do not block the others', async () => {
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
    expect(await entries()).toEqual([])
  })

  test('an old refusal in the journal does not reject a submission that is being resent', async () => {
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
