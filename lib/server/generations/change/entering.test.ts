import { describe, expect, test, vi } from 'vitest'
import { db, dueWork, records } from '@/lib/server/db'
import { list, read, remove, tracker, update, videos } from '@/lib/server/generations'
import { deletePending } from '@/lib/server/generations/follow/delete-pending'
import { submission } from '@/testing/db/fixture'
import { bytesOf, startStudio } from '@/testing/generations/fixture'
import { another, me, problemOf } from '@/testing/generations/submission'

const studio = startStudio()
const { make, until, pass, fail } = studio
const DAY = 86_400_000

/** Creates a generation whose answer is lost. Returns its id, and the taskid that the provider assigned. */
async function lose(user = me) {
  fail({ on: 'create', fault: 'drop-after-accepting' })
  const { details } = await problemOf(make())
  const taskid = studio.ledger().tasks.at(-1)?.taskid ?? ''
  if (user !== me) await giveTo(details.generation ?? '', user.id)
  return { id: details.generation ?? '', taskid }
}

/** Gives a generation to another person. */
async function giveTo(id: string, user: string): Promise<void> {
  await (await db()).updateTable('generations').set({ person: user }).where('id', '=', id).execute()
}

const reasonOf = async (call: Promise<unknown>) => {
  const { code, details } = await problemOf(call)
  return [code, details.reasons?.map(({ type }) => type).join()]
}

test('a generation whose answer was lost is followed to its end once a person enters its taskid', async () => {
  // The sandbox has already rendered this kind of video, so only the clock decides how far the task is.
  await until((await make()).id, 'completed')
  const { id, taskid } = await lose()
  pass(4 * DAY)
  const entered = await update(id, { taskid: ` ${taskid} ` }, me)
  expect(entered).toMatchObject({ status: 'pending', taskid, taskidEntered: true, failure: null })
  expect(await until(id, 'completed')).toMatchObject({ taskid, taskidEntered: false })
  const [video = Buffer.of()] = await studio.results(taskid)
  expect((await bytesOf(await videos.readVideo(id, me))).equals(video)).toBe(true)
  expect(studio.ledger().creates).toHaveLength(2)
})

describe('entering a taskid changes nothing and is refused', () => {
  test.each(['', '  ', 'x'.repeat(201), 'a\nb', 1.5, null])('when it is malformed: %j', async (taskid) => {
    const { id } = await lose()
    expect(await reasonOf(update(id, { taskid }, me))).toEqual(['invalid_input', 'taskid_malformed'])
    expect(studio.ledger().polls).toEqual([])
  })

  test('when the provider has no such task; the right one can be entered afterwards', async () => {
    const { id, taskid } = await lose()
    for (const wrong of ['two words', '../x', 123, 'x'.repeat(200)]) {
      expect(await reasonOf(update(id, { taskid: wrong }, me))).toEqual(['invalid_input', 'task_unknown'])
    }
    expect(await read(id, me)).toMatchObject({ status: 'unknown', taskid: null })
    expect((await update(id, { taskid }, me)).taskid).toBe(taskid)
  })

  test.each([
    { on: 'read', fault: 'drop' },
    { on: 'read', fault: 'http-error', status: 500 },
    { on: 'read', fault: 'html', status: 200 },
  ] as const)('when the provider can’t be asked: %o', async (fault) => {
    const { id, taskid } = await lose()
    fail(fault)
    const problem = await problemOf(update(id, { taskid }, me))
    expect(problem).toMatchObject({
      code: 'provider_unreachable',
      detail: expect.stringContaining('nothing was changed'),
    })
    expect(await read(id, me)).toMatchObject({ status: 'unknown', taskid: null })
  })

  test('when it is another person’s, with the same error as for a missing task', async () => {
    const theirs = await make()
    await giveTo(theirs.id, another.id)
    const { id } = await lose()
    const [held, absent] = [
      await problemOf(update(id, { taskid: theirs.taskid }, me)),
      await problemOf(update(id, { taskid: 'abcd_0' }, me)),
    ]
    expect({ ...held.details, cause: null }).toEqual({ ...absent.details, cause: null })
    expect(held.detail).toBe(absent.detail)
    expect(studio.ledger().polls).toHaveLength(2)
    expect((await read(id, me)).taskid).toBeNull()
    expect((await read(theirs.id, another)).taskid).toBe(theirs.taskid)
  })

  test('when another generation of the same person has it, or the provider has already assigned one', async () => {
    const { id } = await lose()
    const other = await make()
    expect(await reasonOf(update(id, { taskid: other.taskid }, me))).toEqual([
      'invalid_input',
      'task_followed',
    ])
    expect(await reasonOf(update(other.id, { taskid: 'abcd_1' }, me))).toEqual([
      'invalid_input',
      'taskid_settled',
    ])
    expect((await problemOf(update(id, { taskid: 'abcd_1' }, another))).code).toBe('not_found')
  })
})

test('a mistyped taskid can be corrected while it is followed and after it has failed', async () => {
  const [mine, other] = [await lose(), await lose()]
  await update(mine.id, { taskid: other.taskid }, me)
  expect(await update(mine.id, { taskid: mine.taskid }, me)).toMatchObject({
    status: 'pending',
    taskid: mine.taskid,
  })
  expect((await update(other.id, { taskid: other.taskid }, me)).taskid).toBe(other.taskid)

  const [wrong, right] = [await lose(), await lose()]
  await update(wrong.id, { taskid: right.taskid }, me)
  fail({ on: 'read', fault: 'task-failed', taskid: right.taskid })
  pass(60_000)
  await until(wrong.id, 'failed')
  expect(await update(wrong.id, { taskid: wrong.taskid }, me)).toMatchObject({
    status: 'pending',
    taskid: wrong.taskid,
    failure: null,
  })
  expect(await until(wrong.id, 'completed')).toMatchObject({ taskid: wrong.taskid })
  expect(await reasonOf(update(wrong.id, { taskid: right.taskid }, me))).toEqual([
    'invalid_input',
    'taskid_settled',
  ])
})

describe('an answer that arrives after the generation was given up', () => {
  /** A generation that is being sent but was already marked as lost. */
  async function sending() {
    fail({ on: 'create', fault: 'slow', ms: 600 })
    const answered = make()
    await vi.waitUntil(() => studio.ledger().tasks.length === 1, { interval: 5, timeout: 120_000 })
    const [generation] = (await list(me, { limit: '1' })).items
    await dueWork.forgetLeases()
    await tracker.pollOnce()
    return { id: generation?.id ?? '', answered, taskid: studio.ledger().tasks[0]?.taskid ?? '' }
  }

  test('takes the task back from whoever entered it', async () => {
    const { id, answered, taskid } = await sending()
    const thief = submission({ person: another.id, status: 'unknown' })
    await records.insert(thief, [])
    expect((await update(thief.id, { taskid }, another)).taskid).toBe(taskid)
    expect(await answered).toMatchObject({ id, taskid, status: 'pending', taskidEntered: false })
    expect(await read(thief.id, another)).toMatchObject({
      status: 'unknown',
      taskid: null,
      failure: { code: 'taskid_taken' },
    })
  })

  test('reports provider_unclear when another generation already has its taskid', async () => {
    const { id, answered, taskid } = await sending()
    await records.insert(
      submission({ person: another.id, status: 'pending', taskid, taskid_by: 'provider' }),
      [],
    )
    expect(await problemOf(answered)).toMatchObject({ code: 'provider_unclear', details: { generation: id } })
    expect(await read(id, me)).toMatchObject({ status: 'unknown', taskid: null })
  })
})

describe('deleting at the provider', () => {
  test('leaves a task alone that was entered again meanwhile', async () => {
    const first = await make()
    const taskid = first.taskid ?? ''
    await remove(first.id, me)
    fail({ on: 'delete', fault: 'refused' })
    await deletePending()
    const { id } = await lose()
    expect((await update(id, { taskid }, me)).taskid).toBe(taskid)
    pass(120_000)
    await deletePending()
    expect(studio.ledger().tasks.map(({ deletedAt }) => deletedAt)).toEqual([null, null])
  })

  test('goes on when another person enters a taskid that is due for deletion', async () => {
    const first = await make()
    await remove(first.id, me)
    const { id } = await lose(another)
    expect(await reasonOf(update(id, { taskid: first.taskid }, another))).toEqual([
      'invalid_input',
      'task_unknown',
    ])
    await deletePending()
    expect(studio.ledger().tasks[0]?.deletedAt).not.toBeNull()
  })
})

test('a shared generation never reveals its taskid to others, not even in the failure message', async () => {
  const { id, taskid } = await make()
  await records.update(id, me.id, ['pending'], {
    status: 'failed',
    shared: 1,
    failure_code: 'generation_failed',
    failure_message: `task ${taskid} failed`,
  })
  const [seen, listed] = [await read(id, another), (await list(another, { scope: 'team' })).items]
  expect(seen).toMatchObject({ taskid: null, taskidEntered: false, by: '' })
  expect(JSON.stringify([seen, listed])).not.toContain(taskid)
  expect((await read(id, me)).taskid).toBe(taskid)
})
