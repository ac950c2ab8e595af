// The full fault suite on the production build: node --import tsx e2e/faults/main.ts [seed] [short]
import { chosenSeed, SHORT, WHOLE } from './forms'
import { runOutages } from './outages'
import { runFaults } from './run'
import { tableOf } from './table'

const args = process.argv.slice(2)
const seed = chosenSeed(args.find((arg) => arg !== 'short'))
console.log(`seed ${seed}`)
const isShort = args.includes('short')
const reports = [await runFaults(seed, isShort ? SHORT : WHOLE, console.log)]
if (!isShort) reports.push(await runOutages(seed, console.log))
for (const report of reports) console.log(`${tableOf(report)}\n`)
const complaints = reports.flatMap(({ checks }) => checks).flatMap((check) => check.complaints)
process.exitCode = complaints.length > 0 ? 1 : 0
