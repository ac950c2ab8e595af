import { describe, expect } from 'vitest'
import { it } from '@/testing/sandbox/fixture'
import { FAULTS } from './faults'

describe('the control API', () => {
  const call = (url: string, method: string, body?: unknown) =>
    fetch(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) })

  it('introduces the sandbox at its root', async ({ provider }) => {
    expect(await (await fetch(provider.url)).text()).toContain('This is the sandbox')
    expect((await fetch(`${provider.url}/nowhere`)).status).toBe(404)
  })

  it('returns the ledger and resets it on request', async ({ provider }) => {
    const taskid = await provider.create({ prompt: 'A koala waves.' })
    const ledger = `${provider.url}/sandbox/ledger`
    expect(await (await fetch(ledger)).json()).toMatchObject({ tasks: [{ taskid }], creates: [{ taskid }] })
    expect((await call(ledger, 'DELETE')).status).toBe(204)
    expect(await (await fetch(ledger)).json()).toEqual({
      creates: [],
      tasks: [],
      polls: [],
      downloads: [],
      leaks: [],
      peak: 0,
    })
    expect((await provider.poll(taskid)).status).toBe(404)
  })

  it('accepts one fault or a list, applies them in order, and clears them on request', async ({
    provider,
  }) => {
    const faults = `${provider.url}/sandbox/faults`
    const status = async () => (await provider.send({ prompt: 'x' })).status
    expect((await call(faults, 'POST', { on: 'create', fault: 'http-error', status: 501 })).status).toBe(204)
    const list = [502, 503].map((code) => ({ on: 'create', fault: 'http-error', status: code }))
    await call(faults, 'POST', list)
    expect(await (await fetch(faults)).json()).toHaveLength(3)
    expect([await status(), await status()]).toEqual([501, 502])
    expect((await call(faults, 'DELETE')).status).toBe(204)
    expect(await status()).toBe(200)
  })

  it.for([
    [{ on: 'create', fault: 'explode' }, 'drop-before-reading'],
    [{ on: 'lunch', fault: 'drop' }, 'on'],
    [{ on: 'read', fault: 'drop', times: 0 }, 'times'],
    [{ on: 'read', fault: 'html', status: 204 }, 'has no body'],
    [{ on: 'create', fault: 'hang', created: false }, 'created'],
    ['nonsense', 'object'],
  ] as const)('rejects the fault %j and says what is wrong', async ([fault, says], { provider }) => {
    const response = await call(`${provider.url}/sandbox/faults`, 'POST', fault)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(says)
  })

  it('changes the given settings and keeps the others', async ({ provider }) => {
    const settings = `${provider.url}/sandbox/settings`
    const before = await (await fetch(settings)).json()
    const after = await (await call(settings, 'PUT', { pendingMs: 5, pendingUrl: 'null' })).json()
    expect(after).toEqual({ ...before, pendingMs: 5, pendingUrl: 'null' })
    for (const wrong of [
      { pendingMs: -1 },
      { pendingUrl: 'none' },
      { colour: 'red' },
      { parallelTasks: 0 },
      { parallelTasks: 65 },
      { beyondLimit: 'silent' },
      { credits: -1 },
    ]) {
      expect((await call(settings, 'PUT', wrong)).status).toBe(400)
    }
    expect(await (await fetch(settings)).json()).toEqual(after)
  })

  it('has a unique name for every fault', () => {
    for (const names of Object.values(FAULTS)) expect(new Set(names).size).toBe(names.length)
    expect(FAULTS.create).toContain('drop-after-accepting')
  })
})
