import { expect, test, vi } from 'vitest'
import { read } from '@/lib/server/generations'
import { startStudio } from '@/testing/generations/fixture'
import { me } from '@/testing/generations/submission'

const studio = startStudio({ TENSORSLAB_RESULT_HOSTS: 'files.example.com' })

/** Restarts the server with another host list. */
async function restart(hosts: string) {
  process.env.TENSORSLAB_RESULT_HOSTS = hosts
  vi.resetModules()
  return import('@/lib/server/generations')
}

test('a video on a host that is not allowed waits, names the host, and is saved once the host is allowed', async () => {
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
