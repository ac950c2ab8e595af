import { once } from 'node:events'
import { CANARY, expect, startStudio, test } from '@/e2e/kit'
import { startSandbox } from '@/lib/sandbox'

test('on SIGTERM the server stops accepting connections, waits for the paid request, then exits', async () => {
  const provider = await startSandbox({ key: CANARY, video: 'tiny' })
  const env = { TENSORSLAB_BASE_URL: provider.url, TENSORSLAB_RESULT_HOSTS: new URL(provider.url).host }
  const studio = await startStudio(env)
  provider.sandbox.fail({ on: 'create', fault: 'slow', ms: 600_000 })
  const form = new FormData()
  form.set('prompt', 'Asked for just before the end.')
  const paid = fetch(`${studio.url}/api/generations`, { method: 'POST', body: form })
  await expect.poll(() => provider.sandbox.ledger().creates.length).toBe(1)

  const ended = once(studio.process, 'exit')
  studio.process.kill('SIGTERM')
  await expect
    .poll(() =>
      fetch(`${studio.url}/api/health`).then(
        () => 'answers',
        () => 'does not listen',
      ),
    )
    .toBe('does not listen')
  provider.sandbox.heal()
  const answer = await paid
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ status: 'pending', taskid: expect.any(String) })
  expect(await ended).toEqual([143, null])
  expect(provider.sandbox.ledger().creates).toHaveLength(1)
  await studio.stop()
  await provider.close()
})
