import { expect, test } from 'vitest'
import { create } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { form, me, problemOf, upload } from '@/testing/generations/submission'

const studio = startStudio({ TENSORSLAB_MODELS: 'seedance-1-pro-fast' })

test('a second photo is refused for a model that accepts only a first frame', async () => {
  const [first, last] = [(await upload('teal')).id, (await upload('navy')).id]
  const problem = await problemOf(create(form({}, first, last), null, me))
  expect(problem.details.reasons).toEqual([{ type: 'too_many_images', field: 'sourceImage', limit: 1 }])
  expect(studio.ledger().creates).toEqual([])
  expect((await create(form({}, first), null, me)).generation).toMatchObject({ model: 'seedance-1-pro-fast' })
})
