import { describe, expect, test } from 'vitest'
import { db, type GenerationRow } from '@/lib/server/db'
import { eta, list, read, remove, videos } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { me, problemOf } from '@/testing/generations/submission'

const studio = startStudio()

/** Writes into a record what this version never would, but another version, a bad disk or manual editing may. */
async function damage(id: string, row: Partial<Record<keyof GenerationRow, string | null>>): Promise<void> {
  const known: object = row
  await (await db()).updateTable('generations').set(known).where('id', '=', id).execute()
}

const completed = async () => studio.until((await studio.make()).id, 'completed')

describe('an unreadable record', () => {
  test.each([
    ['settings that aren’t JSON', { settings: '{"ratio":"16:' }],
    ['settings that aren’t an object', { settings: '"16:9"' }],
    ['a status of another version', { status: 'dreaming' }],
    ['video facts that aren’t JSON', { video: '{' }],
    ['video facts of another shape', { video: '{"type":"video/mp4"}' }],
    ['no video facts', { video: null }],
  ])('with %s is listed as unreadable beside the others, and can be deleted', async (_, row) => {
    const [whole, broken] = [await completed(), await completed()]
    await damage(broken.id, row)
    const { items } = await list(me, {})
    expect(items.map(({ id }) => id)).toEqual([broken.id, whole.id])
    expect(items[1]).toEqual(await read(whole.id, me))
    expect(items[0]).toEqual(await read(broken.id, me))
    expect(items[0]).toMatchObject({
      id: broken.id,
      taskid: broken.taskid,
      prompt: broken.prompt,
      createdAt: broken.createdAt,
      settings: null,
      failure: { code: 'record_unreadable', message: expect.stringContaining('cannot be read') },
      manageable: true,
    })
    expect(await eta()).toEqual([])
    await remove(broken.id, me)
    expect((await list(me, {})).items.map(({ id }) => id)).toEqual([whole.id])
  })

  test('still serves its video when only the settings are damaged', async () => {
    const { id } = await completed()
    await damage(id, { settings: '' })
    expect((await read(id, me)).video).not.toBeNull()
    expect((await videos.readVideo(id, me)).type).toBe('video/mp4')
  })

  test('answers not_found for a video whose facts are unknown', async () => {
    const { id } = await completed()
    await damage(id, { video: 'null' })
    expect((await problemOf(videos.readVideo(id, me))).code).toBe('not_found')
  })

  test('takes its time from its id when its own is invalid', async () => {
    const { id, createdAt } = await completed()
    await damage(id, { created_at: 'yesterday', updated_at: '', completed_at: 'soon' })
    const found = await read(id, me)
    expect(Math.abs(Date.parse(found.createdAt) - Date.parse(createdAt))).toBeLessThan(1_000)
    expect(found).toMatchObject({ updatedAt: found.createdAt, completedAt: null })
  })

  test('is still followed to its video', async () => {
    const { id } = await studio.make()
    await damage(id, { settings: 'nothing', results: '{' })
    expect(await studio.until(id, 'completed')).toMatchObject({
      settings: null,
      video: { type: 'video/mp4' },
    })
    const saving = await studio.make()
    await studio.until(saving.id, 'uploading')
    studio.fail({ on: 'result', fault: 'drop', times: 'always', taskid: saving.taskid ?? '' })
    await studio.until(saving.id, 'saving')
    await damage(saving.id, { results: 'no list' })
    studio.heal()
    await studio.until(saving.id, 'completed')
  })
})

describe('a record written by another version', () => {
  test('reads with defaults for missing settings, and keeps a choice that no longer exists', async () => {
    const { id, settings } = await completed()
    await damage(id, { settings: '{"ratio":"2:1","duration":5}' })
    expect((await read(id, me)).settings).toEqual({ ...settings, ratio: '2:1', resolution: '720p' })
  })

  test('for a model that no longer exists keeps its settings and its model', async () => {
    const { id, settings } = await completed()
    await damage(id, { model: 'seedance-0' })
    expect(await read(id, me)).toMatchObject({ model: 'seedance-0', settings })
  })
})
