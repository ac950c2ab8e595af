import { expect, test } from 'vitest'
import { list } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { me, problemOf } from '@/testing/generations/submission'

const { make } = startStudio()

test.each([
  ['x'.repeat(501), /^q has 501 characters; the limit is 500/],
  ['%'.repeat(20_000), /^q has 20,000 characters/],
  ['\ufdfa'.repeat(100), /^q has 1,800 characters/], // after normalisation
  [Array.from({ length: 33 }, (_, n) => `w${n}`).join(' '), /^q has 33 different words; the limit is 32/],
])('a search that is too long names its field and limit: case %#', async (q, sentence) => {
  const problem = await problemOf(list(me, { q }))
  expect(problem).toMatchObject({ code: 'invalid_input' })
  expect(problem.details.errors?.q?.[0]).toMatch(sentence)
})

test('a search may be a whole sentence, or one word many times', async () => {
  const { id } = await make({ prompt: `The tide comes in, slowly. ${'😀'.repeat(480)}` })
  for (const q of ['tide '.repeat(99), 'The tide comes in, slowly.', '😀'.repeat(480)])
    expect((await list(me, { q })).items).toMatchObject([{ id }])
})
