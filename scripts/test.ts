// Runs all checks, even if one fails: the build and the browser tests one after the other, the checks of the code beside
// the unit and integration tests, which often wait. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as z from 'zod'
import { bringBrowser } from './browser'
import { openTestResources } from './test-resources'

type Count = { passed: number; failed: number; skipped?: number }

const resources = await openTestResources()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1)) // closes them
const vitestReport = join(resources.folder, 'vitest.json')

const start = (command: string, stdio: 'inherit' | 'pipe', env: Record<string, string>) =>
  spawn(command, { shell: true, stdio, env: { ...process.env, ...resources.env, ...env } })

/** Runs a command with its output shown. */
async function run(command: string, env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n> ${command}`)
  const [status] = await once(start(command, 'inherit', env), 'exit')
  return status === 0
}

/** Runs a command beside others. Its output is shown once it has ended, in one piece. */
async function runBeside(command: string): Promise<boolean> {
  const child = start(`(${command}) 2>&1`, 'pipe', {})
  const [output, [status]] = await Promise.all([child.stdout ? text(child.stdout) : '', once(child, 'exit')])
  console.log(`\n> ${command}\n${output}`)
  return status === 0
}

/** The count of a step that only passes or fails. */
const one = (holds: boolean): Count => ({ passed: Number(holds), failed: Number(!holds) })

/** The count of a step that reports its tests. Failing without a failed test, or running none, counts as a failure. */
function counted(holds: boolean, read: () => Count): Count {
  try {
    const count = read()
    return count.failed === 0 && (!holds || count.passed === 0) ? { ...count, failed: 1 } : count
  } catch (error) {
    console.error(`Reading the report of the last step failed: ${error}`)
    return { passed: 0, failed: 1 }
  }
}

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const vitestCount = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .transform((report) => ({ passed: report.numPassedTests, failed: report.numFailedTests }))
const playwrightCount = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  })
  .transform(({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))

/** Started now, so that a download runs beside the other steps. */
const browser = bringBrowser().catch((error: unknown) => {
  console.error(error)
  return undefined
})

/** Runs one project of playwright.config.ts, so that nothing else runs beside the heavy one. */
async function endToEnd(project: 'journeys' | 'heavy'): Promise<Count> {
  const path = await browser
  if (!path) return { passed: 0, failed: 1 }
  const report = join(resources.folder, `${project}.json`)
  const command = `npx playwright test --project=${project} --no-deps --reporter=list,json`
  const holds = await run(`${command} --output=test-results/${project}`, {
    TEST_BROWSER: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return counted(holds, () => playwrightCount.parse(json(report)))
}

/** What needs no build: checks of the code, and tests of its parts. */
async function withoutBuild(): Promise<Count[]> {
  const unitTests = `npx vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`
  const [tests, ...checks] = await Promise.all([
    run(unitTests),
    runBeside('npx biome ci --error-on-warnings .'),
    runBeside('npm run vocabulary'),
    runBeside('npx next typegen && npx tsc --noEmit'),
  ])
  return [...checks.map(one), counted(tests, () => vitestCount.parse(json(vitestReport)))]
}

const counts = [
  ...(await withoutBuild()),
  one(await run('npx next build', { TYPES_CHECKED: '1' })),
  await endToEnd('journeys'),
  await endToEnd('heavy'),
]
await resources.close()

const sum = (name: keyof Count) => counts.reduce((total, count) => total + (count[name] ?? 0), 0)
if (sum('skipped') > 0) console.log(`\n${sum('skipped')} skipped: search this output for “not run:”`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
