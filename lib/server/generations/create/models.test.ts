import { expect, test } from 'vitest'
import { create, read } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { form, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio({ TENSORSLAB_MODELS: 'seedance-2,seedance-1.5-pro' })

test('a submission goes to its model with only the parameters that the model accepts', async () => {
  const asked = { model: 'seedance-1.5-pro', resolution: '1080p', duration: '7', generate_audio: '0' }
  const { id } = await studio.make(asked)
  const [task] = studio.ledger().tasks
  expect(task).toMatchObject({ model: 'seedance-1.5-pro', fields: { resolution: '1080p', duration: '7' } })
  for (const name of ['model', 'generate_audio', 'return_last_frame', 'websearch']) {
    expect(task?.fields).not.toHaveProperty(name)
  }
  expect(await read(id, me)).toMatchObject({
    model: 'seedance-1.5-pro',
    settings: { resolution: '1080p', duration: 7, generateAudio: false },
  })
  expect(await studio.until(id, 'completed')).toMatchObject({ video: { duration: expect.closeTo(7, 0) } })
})

test('a submission without a model goes to SeeDance 2.0', async () => {
  expect(await studio.make()).toMatchObject({ model: 'seedance-2' })
  expect(studio.ledger().tasks).toMatchObject([{ model: 'seedance-2' }])
})

test.each([
  [{ model: 'seedance-1-pro-fast' }, { field: 'model', allowed: ['seedance-2', 'seedance-1.5-pro'] }],
  [{ model: 'seedance-1.5-pro', generate_audio: '1' }, { field: 'generate_audio' }],
  [{ resolution: '1080p' }, { field: 'resolution', allowed: ['480p', '720p'] }],
])('%o is refused with the field named, and nothing is sent', async (fields, reason) => {
  const problem = await problemOf(create(form(fields), null, me))
  expect(problem).toMatchObject({ code: 'invalid_input', details: { reasons: [reason] } })
  expect(studio.ledger().creates).toEqual([])
})

test('reusing a key with another model is a mismatch', async () => {
  await create(form(), 'one', me)
  const problem = await problemOf(create(form({ model: 'seedance-1.5-pro' }), 'one', me))
  expect(problem).toMatchObject({ code: 'idempotency_mismatch' })
})

test('two photos are sent to a model that accepts two', async () => {
  const images = [(await upload('teal')).id, (await upload('navy')).id]
  await create(form({ model: 'seedance-1.5-pro' }, ...images), null, me)
  expect(studio.ledger().tasks[0]?.images).toHaveLength(2)
})
