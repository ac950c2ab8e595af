// One word, one meaning: old words that the code must not use, with their replacements. Prints how often each occurs in
// file names, identifiers and comments; exits with 1 if any does. `npm run vocabulary`.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import ts from 'typescript'

const FOLDERS = ['app', 'components', 'lib', 'testing', 'e2e', 'bench', 'scripts']
const THIS = 'scripts/vocabulary.ts'

/** Parts of names: `deed` matches `useDeed`, `DEED_MS` and `deed-list.ts`. */
const PARTS: Record<string, string> = {
  deed: 'action',
  deeds: 'actions',
  wish: 'submission',
  wishes: 'submissions',
  glance: 'poll',
  late: 'lazy',
  asking: 'confirm',
  overlay: 'dialog, menu',
  doors: 'access policy',
  entrance: 'auth, sign-in',
  allowance: 'quota',
  patience: 'timeout, window',
  lane: 'worker',
  seats: 'concurrency',
  chore: 'periodic task',
  chores: 'periodic tasks',
  gather: 'batch',
  amend: 'update',
  adopt: 'upsert',
  heed: 'track active',
  ties: 'field props',
  trouble: 'form error, fault',
  troubles: 'faults',
  reckoning: 'reconciliation',
  tally: 'summary',
  chance: 'random',
  film: 'video',
  films: 'videos',
  visitor: 'principal',
}

/** Whole names. */
const NAMES: Record<string, string> = {
  look: 'poll, sync, variant',
  looks: 'polls, variants',
  comeIn: 'acceptInvitation',
  whoAsks: 'getPrincipal',
  ending: 'shutdown, outcome',
  endings: 'outcomes, extensions',
  isAlone: 'dialect, single process',
  present: 'toResponse',
  still: 'poster',
  stills: 'posters',
  picture: 'image, media',
  pictures: 'images',
  Waiting: 'Eta',
  nineInTen: 'p90',
  silent: 'networkError',
  is: 'type',
  do: 'type',
  meet: 'mergeRead',
  piece: 'snippet, chunk',
  pieces: 'snippets, chunks',
  place: 'slot, position, item',
  places: 'slots, positions, items',
  useAlive: 'useHydrated',
  DeadEnd: 'ErrorPage',
  LastResort: 'GlobalErrorPage',
  Mark: 'Logo',
  notices: 'toasts, notifications',
  useWords: 'useMessages',
  Words: 'Messages',
  scene: 'scenario',
}

/** Old words that are searched in comments, too; the others are also plain English. */
const COMMENT = /\b(deeds?|wish(es)?|films?|glances?|chores?|visitors?)\b/gi

/** Names from third parties, and API fields kept for one more release. */
const ALLOWED: Record<string, readonly string[]> = {
  'app/api/allowance/': ['allowance', 'films'],
  'app/api/waiting/': ['nineInTen'],
  'e2e/eta.spec.ts': ['nineInTen'],
  'e2e/browsers/webdriver.ts': ['overlay'],
  'lib/client/store/create-store.ts': ['is'],
  'lib/client/browser/notifications.ts': ['silent'],
  'lib/server/db/': ['place'],
  'lib/server/db/migrations/': Object.keys({ ...PARTS, ...NAMES }),
  'lib/server/log.ts': ['silent'],
  'lib/shared/problem.ts': ['is'],
  'lib/shared/messages/': ['place', 'scene'],
}

const split = (name: string): string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_.\-/]+/)
    .map((part) => part.toLowerCase())

type Found = { word: string; where: string }

/** snake_case names are the provider's, or columns, which would need a migration. */
const isColumn = (name: string): boolean => /^[a-z]+(_[a-z]+)+$/.test(name)

const inName = (name: string): string[] => [
  ...(isColumn(name) ? [] : split(name)).filter((part) => Object.hasOwn(PARTS, part)),
  ...(Object.hasOwn(NAMES, name) ? [name] : []),
]

/** Old words in a file: its name, its identifiers and its comments. */
function search(file: string): Found[] {
  const text = readFileSync(file, 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const found: Found[] = inName(file).map((word) => ({ word, where: file }))
  const at = (position: number) => `${file}:${source.getLineAndCharacterOfPosition(position).line + 1}`
  const comments = new Set<number>()
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      for (const word of inName(node.text)) found.push({ word, where: at(node.getStart()) })
    }
    for (const comment of ts.getLeadingCommentRanges(text, node.pos) ?? []) comments.add(comment.pos)
    for (const comment of ts.getTrailingCommentRanges(text, node.end) ?? []) comments.add(comment.pos)
    ts.forEachChild(node, visit)
  }
  visit(source)
  for (const start of comments) {
    const end = text.startsWith('/*', start) ? text.indexOf('*/', start) : text.indexOf('\n', start)
    for (const [word] of text.slice(start, end === -1 ? undefined : end).matchAll(COMMENT)) {
      found.push({ word: word.toLowerCase(), where: at(start) })
    }
  }
  const allowed = Object.entries(ALLOWED).flatMap(([prefix, words]) => (file.startsWith(prefix) ? words : []))
  return found.filter(({ word }) => !allowed.includes(word))
}

const files = execFileSync('git', ['ls-files', ...FOLDERS], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.(tsx?|mjs|js)$/.test(file) && file !== THIS)
const found = files.flatMap(search)

for (const [word, instead] of Object.entries({ ...PARTS, ...NAMES })) {
  const places = found.filter((one) => one.word === word).map(({ where }) => where)
  console.log(
    `${`${places.length}`.padStart(4)}  ${word} → ${instead}${places.length ? `: ${places.slice(0, 4).join(' ')}` : ''}`,
  )
}
console.log(`${found.length} old words in ${files.length} files`)
process.exitCode = found.length === 0 ? 0 : 1
