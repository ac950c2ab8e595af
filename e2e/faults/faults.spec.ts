import { expect, test } from '@playwright/test'
import { chosenSeed, SHORT } from './forms'
import { runFaults } from './run'
import { tableOf } from './table'

test('nothing is lost and nothing is paid twice, whatever goes wrong and whenever the studio is killed', async () => {
  test.setTimeout(600_000)
  const seed = chosenSeed()
  console.log(`seed ${seed}`)
  const report = await runFaults(seed, SHORT, () => {})
  console.log(tableOf(report))
  for (const { name, complaints } of report.checks) expect(complaints, name).toEqual([])
})
