// Runs all checks, one after the other, even if one fails. Ends with `N passed, N failed`.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod'
import { bringBrowser } from './browser'

type Count = { passed: number; failed: number; skipped?: number }

const reports = mkdtempSync(join(tmpdir(), 'promptreel-test-'))
const vitestReport = join(reports, 'vitest.json')

/** Runs a command with its output shown. */
async function run(command: string, env: Record<string, string> = {}): Promise<boolean> {
  console.log(`\n> ${command}`)
  const child = spawn(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } })
  const [status] = await once(child, 'exit')
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
  const report = join(reports, `${project}.json`)
  const command = `npx playwright test --project=${project} --no-deps --reporter=list,json`
  const holds = await run(`${command} --output=test-results/${project}`, {
    TEST_BROWSER: path,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return counted(holds, () => playwrightCount.parse(json(report)))
}

const counts = [
  one(await run('npx biome ci --error-on-warnings .')),
  one(await run('npm run vocabulary')),
  one(await run('npx next typegen && npx tsc --noEmit')),
  counted(
    await run(`npx vitest run --reporter=default --reporter=json --outputFile.json=${vitestReport}`),
    () => vitestCount.parse(json(vitestReport)),
  ),
  one(await run('npx next build')),
  await endToEnd('journeys'),
  await endToEnd('heavy'),
]
rmSync(reports, { recursive: true })

const sum = (name: keyof Count) => counts.reduce((total, count) => total + (count[name] ?? 0), 0)
if (sum('skipped') > 0) console.log(`\n${sum('skipped')} skipped: search this output for “not run:”`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
