import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { textsIn } from './texts-in'

/** The same in every language. */
const ALLOWED = [
  'Promptreel', // the product's name
  'Ctrl ⏎', // as printed on keys
]

test('components contain no hard-coded text that users read', () => {
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(40)
  const texts = files.flatMap((name) =>
    textsIn(name, readFileSync(name, 'utf8'))
      .filter((text) => !ALLOWED.some((allowed) => text.endsWith(`: ${allowed}`)))
      .map((text) => `${name}:${text}`),
  )
  expect(texts).toEqual([])
})

test.each([
  ['<p>Your films</p>', ['1: Your films']],
  ['<p>\n  制作中\n</p>', ['2: 制作中']],
  ["<p>{'Your films'}</p>", ['1: Your films']],
  ["<p>{done ? 'Done' : words.making}</p>", ['1: Done']],
  ["<p>{name || 'Nobody'}</p>", ['1: Nobody']],
  [`<p>{\`\${count} films\`}</p>`, ['1: films']],
  ['<><b>Bold</b>{words.films}</>', ['1: Bold']],
  ['<img alt="A koala" />', ['1: A koala']],
  ["<input placeholder={empty ? 'Search' : undefined} />", ['1: Search']],
  ['<section aria-label="Films" />', ['1: Films']],
])('hard-coded text is found in %s', (source, found) => {
  expect(textsIn('a.tsx', `const a = ${source}`)).toEqual(found)
})

test.each([
  '<p className="text-sm">{words.films}</p>',
  '<p>{width} × {height} · 3:4</p>',
  '<img alt="" src="/icon.svg" />',
  '<p title={words.title}>{list.map((one) => <b key="a" id="b">{one}</b>)}</p>',
  "<p>{state.is === 'running' && <Progress />}</p>",
  "<p className={on ? 'on' : 'off'}>{say('not shown itself')}</p>",
])('no hard-coded text is found in %s', (source) => {
  expect(textsIn('a.tsx', `const a = ${source}`)).toEqual([])
})
