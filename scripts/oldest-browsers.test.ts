import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** What Chrome 111, Firefox 111 or Safari 16.4 lack, and what to write instead (README, Browsers). */
const TOO_NEW: readonly [RegExp, string][] = [
  [/AbortSignal\.any\b/, 'one AbortController'],
  [/\.(toSorted|toReversed|toSpliced)\(/, 'a copy, changed'],
  [/Promise\.(withResolvers|try)\b/, 'new Promise'],
  [/\b(Object|Map)\.groupBy\b|Array\.fromAsync\b/, 'a loop'],
  [/URL\.(canParse|parse)\b/, 'try new URL'],
  [/\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, 'a filter'],
  [/Intl\.(Segmenter|DurationFormat)\b/, 'something simpler'],
  [/\b(requestIdleCallback|startViewTransition|moveBefore|checkVisibility)\b/, 'nothing'],
  [/\.(isWellFormed|toWellFormed|toBase64|fromBase64)\(/, 'a function of ours'],
  [/\b(RegExp\.escape|new CloseWatcher|Iterator\.from)\b/, 'a function of ours'],
  [/\.values\(\)\s*\.(map|filter|take|drop|toArray)\(/, 'an array'],
  [/['"`][^'"`\n]*:has\(/, 'another selector'],
]

test('code that runs in the browser uses nothing that the oldest supported ones lack', () => {
  const listed = execFileSync('git', ['ls-files', 'app', 'components', 'lib/client', 'lib/shared'])
  const files = listed
    .toString()
    .split('\n')
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  expect(files.length).toBeGreaterThan(200)
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
    return TOO_NEW.filter(([sign]) => sign.test(text)).map(
      ([sign, instead]) => `${file}: ${sign}, use ${instead}`,
    )
  })
  expect(found).toEqual([])
})
