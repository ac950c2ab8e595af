import { expect, test } from 'vitest'
import { en } from './en'
import { reframeEn } from './en/reframe'
import { zh } from './zh'
import { reframeZh } from './zh/reframe'

test.each([
  ['English', en, reframeEn],
  ['Chinese', zh, reframeZh],
])('sizes in px are never grouped in %s', (_, { composer, frames }, reframe) => {
  const texts = [
    composer.size(1112, 834),
    composer.sizeLikeImage('4:3', 1112, 834),
    frames.tooWide(1, 1112, 834),
    frames.tooTall(2, 1112, 834),
    reframe.sent(1112, 834),
  ]
  for (const text of texts) expect(text).toContain('1112 × 834')
})
