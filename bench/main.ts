// npm run bench -- [--only NAME] [--rounds N] [--json FILE]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { images, searches, strangers } from './figures/beside'
import { following } from './figures/following'
import { generateFiles } from './figures/generate-files'
import { generateUploaded } from './figures/generate-uploaded'
import { largeList } from './figures/large-list'
import { list } from './figures/list'
import { memory } from './figures/memory'
import { pressing } from './figures/pressing'
import { saving } from './figures/saving'
import { script } from './figures/script'
import { start } from './figures/start'
import { zipping } from './figures/zipping'
import { build } from './kit/builds'
import type { Outcome } from './kit/row'
import { judged, table } from './kit/table'

const FIGURES = [
  generateUploaded,
  generateFiles,
  memory,
  list,
  largeList,
  following,
  start,
  script,
  pressing,
  saving,
  strangers,
  searches,
  images,
  zipping,
]

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '7' },
    json: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
})

const chosen = FIGURES.filter(({ name }) => values.only?.includes(name) ?? true)
if (chosen.length === 0) {
  console.error(`No such figure. Choose from: ${FIGURES.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
// Exit handlers kill the servers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
if (!values['no-build']) build()
const outcomes: Outcome[] = []
for (const { name, measure } of chosen) {
  console.error(`measuring ${name} …`)
  outcomes.push(...(await measure(Number(values.rounds)).catch((error: unknown) => missing(name, error))))
  // Written after each figure, so that an aborted run still has results.
  if (values.json) writeFileSync(values.json, json(outcomes))
}
console.log(table(outcomes))

/** Reports a figure that can't be measured here; the others go on. */
function missing(figure: string, error: unknown): Outcome[] {
  console.error(error)
  process.exitCode = 1
  return [{ figure, missing: error instanceof Error ? error.message : String(error) }]
}

function json(outcomes: Outcome[]): string {
  const rows = outcomes.map((one) => ('missing' in one ? one : { ...one, judged: judged(one) }))
  return `${JSON.stringify(rows, null, 2)}\n`
}
