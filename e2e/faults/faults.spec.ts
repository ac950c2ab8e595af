import { expect, test } from '@playwright/test'
import { chosenSeed, SHORT } from './forms'
import { runFaults } from './run'
import { sumOf, tableOf } from './table'

test('no task is lost or paid twice, whichever fault occurs and whenever the server is killed', async () => {
  const report = await runFaults(chosenSeed(), SHORT, () => {})
  console.log(report.left === null ? sumOf(report) : tableOf(report))
  for (const { name, complaints } of report.checks) expect(complaints, name).toEqual([])
})
