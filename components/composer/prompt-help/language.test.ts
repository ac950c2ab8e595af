import { expect, test } from 'vitest'
import { languageOf } from './language'

test.each([
  ['', 'zh', 'zh'],
  ['  …  ', 'en', 'en'],
  ['A koala waves.', 'zh', 'en'],
  ['一只考拉挥手。', 'en', 'zh'],
  ['一只 koala 在 Paris 挥手', 'en', 'zh'],
  ['A sign that reads 茶, slow push-in.', 'zh', 'en'],
] as const)('%j on a page in %s counts as %s', (prompt, page, language) => {
  expect(languageOf(prompt, page)).toBe(language)
})
