import { expect, test } from 'vitest'
import { en } from './en'
import { photoReasonsEn } from './en/photo-reasons'
import { reframeEn } from './en/reframe'
import { zh } from './zh'
import { photoReasonsZh } from './zh/photo-reasons'
import { reframeZh } from './zh/reframe'

test.each([
  ['English', en, reframeEn, photoReasonsEn],
  ['Chinese', zh, reframeZh, photoReasonsZh],
])('sizes in px are never grouped in %s', (_, { composer }, reframe, photo) => {
  const texts = [
    composer.size(1112, 834),
    composer.sizeLikeImage('4:3', 1112, 834),
    photo.tooWide(1, 1112, 834),
    photo.tooTall(2, 1112, 834),
    reframe.sent(1112, 834),
  ]
  for (const text of texts) expect(text).toContain('1112 × 834')
})
