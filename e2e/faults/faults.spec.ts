import { expect, test } from '@playwright/test'
import { chosenSeed, SHORT } from './forms'
import { runFaults } from './run'
import { sumOf, tableOf } from './table'

test('nothing is lost and nothing is paid twice, whatever goes wrong and whenever the studio is killed', async () => {
  const report = await runFaults(chosenSeed(), SHORT, () => {})
  console.log(report.left === null ? sumOf(report) : tableOf(report))
  for (const { name, complaints } of report.checks) expect(complaints, name).toEqual([])
})
