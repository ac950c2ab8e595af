import { expect, test, vi } from 'vitest'
import { startStudio } from '@/testing/generations/fixture'
import { me } from '@/testing/generations/submission'
import { read } from './index'

const studio = startStudio({ TENSORSLAB_RESULT_HOSTS: 'files.example.com' })

/** The studio after a restart, with another setting. */
async function restart(hosts: string) {
  process.env.TENSORSLAB_RESULT_HOSTS = hosts
  vi.resetModules()
  return import('./index')
}

test('a video on a host that is not on the list waits, names the host, and comes once the list allows it', async () => {
  const { id } = await studio.make()
  expect(await studio.until(id, 'saving')).toMatchObject({ video: null })
  studio.pass(3_600_000)
  await (await restart('files.example.com')).tracker.pollOnce()
  expect(await read(id, me)).toMatchObject({
    status: 'saving',
    failure: { code: 'host_not_allowed', message: studio.host() },
  })
  expect(studio.ledger().downloads).toEqual([])

  const { tracker } = await restart(`files.example.com,${studio.host()}`)
  studio.pass(60_000)
  await tracker.pollOnce()
  expect(await read(id, me)).toMatchObject({ status: 'completed', failure: null })
})
