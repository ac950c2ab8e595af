import { expect, test } from 'vitest'
import { FAILURES } from '@/lib/shared/messages/failures'
import { otherModelText } from './other-model-text'

const reason = 'InputImageSensitiveContentDetected.PrivacyInformation: the image may contain real person'

test('a refused photo of a real person suggests the model that accepts it', () => {
  const text = otherModelText(FAILURES.en, { model: 'seedance-2', reason }, [
    'seedance-2',
    'seedance-1.5-pro',
  ])
  expect(text).toEqual([expect.stringMatching(/SeeDance 2\.0 .* SeeDance 1\.5 Pro/)])
})

test.each([
  ['no other model is offered', { model: 'seedance-2', reason }, ['seedance-2'] as const],
  ['the reason is another one', { model: 'seedance-2', reason: 'too long' }, ['seedance-1.5-pro'] as const],
  [
    'the model accepts real people itself',
    { model: 'seedance-1.5-pro', reason },
    ['seedance-1.5-pro'] as const,
  ],
])('no other model is suggested if %s', (_, refused, offered) => {
  expect(otherModelText(FAILURES.en, refused, offered)).toEqual([])
})
