// The studio's main job, and what is particular to browsers, in Chromium, Firefox and WebKit:
// npm run browsers [-- [--all] [chromium] [firefox] [webkit]]. With --all, a browser that can't be had is a failure.
import { bringBuild } from './build'
import { CHECKS } from './checks'
import { SOURCES } from './engines'
import { runChecks } from './run'

const args = process.argv.slice(2).map((arg) => arg.toLowerCase())
const all = args.includes('--all')
const names = args.filter((arg) => arg !== '--all')
const known = SOURCES.map(({ name }) => name.toLowerCase())
const unknown = names.filter((name) => !known.includes(name))
if (unknown.length > 0) {
  console.error(`No such browser: ${unknown.join(', ')}. There are: ${known.join(', ')}.`)
  process.exit(2)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
await bringBuild()
let passed = 0
let failed = 0
const skipped: string[] = []
for (const { name, start } of SOURCES) {
  if (names.length > 0 && !names.includes(name.toLowerCase())) continue
  try {
    const engine = await start()
    console.log(`\n${name}: ${engine.version}`)
    try {
      const count = await runChecks(name, engine, CHECKS)
      passed += count.passed
      failed += count.failed
    } finally {
      await engine.close()
    }
  } catch (error) {
    skipped.push(name)
    console.log(`\n${name}: not run:`, error)
  }
}
if (all) failed += skipped.length
else if (skipped.length > 0) console.log(`\nnot run: ${skipped.join(', ')}; the reasons are above`)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
