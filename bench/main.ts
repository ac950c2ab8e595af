// npm run bench -- [--only NAME] [--rounds N] [--json FILE]
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
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
import { build } from './kit/builds'
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
  console.error(`There is no such figure. There are: ${FIGURES.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}
if (!values['no-build']) build()
const outcomes = []
for (const { name, measure } of chosen) {
  console.error(`measuring ${name} …`)
  outcomes.push(...(await measure(Number(values.rounds))))
}
console.log(table(outcomes))
if (values.json) {
  const rows = outcomes.map((one) => ('missing' in one ? one : { ...one, judged: judged(one) }))
  writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`)
}
