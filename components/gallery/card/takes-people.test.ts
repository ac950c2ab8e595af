import { expect, test } from 'vitest'
import { FAILURES } from '@/lib/shared/messages/failures'
import { sayTakesUsers } from './takes-people'

const reason = 'InputImageSensitiveContentDetected.PrivacyInformation: the image may contain real person'

test('a photo of a person that was refused leads to the model that takes it', () => {
  const said = sayTakesUsers(FAILURES.en, { model: 'seedance-2', reason }, ['seedance-2', 'seedance-1.5-pro'])
  expect(said).toEqual([expect.stringMatching(/SeeDance 2\.0 .* SeeDance 1\.5 Pro/)])
})

test.each([
  ['no other model is offered', { model: 'seedance-2', reason }, ['seedance-2'] as const],
  [
    'it was refused for something else',
    { model: 'seedance-2', reason: 'too long' },
    ['seedance-1.5-pro'] as const,
  ],
  ['the model takes people itself', { model: 'seedance-1.5-pro', reason }, ['seedance-1.5-pro'] as const],
])('and nowhere where %s', (_, refused, offered) => {
  expect(sayTakesUsers(FAILURES.en, refused, offered)).toEqual([])
})
