// The whole fault suite, on the production build: node --import tsx e2e/faults/main.ts [seed] [short]
import { chosenSeed, SHORT, WHOLE } from './forms'
import { runFaults } from './run'
import { tableOf } from './table'

const words = process.argv.slice(2)
const seed = chosenSeed(words.find((word) => word !== 'short'))
console.log(`seed ${seed}`)
const report = await runFaults(seed, words.includes('short') ? SHORT : WHOLE, console.log)
console.log(tableOf(report))
process.exitCode = report.checks.some(({ complaints }) => complaints.length > 0) ? 1 : 0
