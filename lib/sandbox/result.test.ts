import { describe, expect } from 'vitest'
import { it, KEY } from '@/testing/sandbox/fixture'

const prompt = 'A koala waves.'
const withLastFrame = { prompt, return_last_frame: '1' }

const typeOf = async (address = ''): Promise<string | null> => {
  const response = await fetch(address)
  await response.arrayBuffer()
  return response.headers.get('content-type')
}

describe('results', () => {
  it('are served by the sandbox itself, complete and with their types', async ({ provider }) => {
    const { url } = await provider.completed(await provider.create(withLastFrame))
    expect(url).toEqual([
      expect.stringMatching(`^${provider.url}/results/[0-9a-f]{32}\\.mp4$`),
      expect.stringMatching(`^${provider.url}/results/[0-9a-f]{32}\\.png$`),
    ])
    const rendered = await fetch(url[0] ?? '')
    const bytes = Buffer.from(await rendered.arrayBuffer())
    expect(rendered.headers.get('content-type')).toBe('video/mp4')
    expect(rendered.headers.get('content-length')).toBe(`${bytes.byteLength}`)
    expect(bytes.toString('latin1', 4, 8)).toBe('ftyp')
    expect(await typeOf(url[1])).toBe('image/png')
    expect(provider.sandbox.ledger().downloads).toMatchObject([
      { file: 'video', status: 200, fault: null },
      { file: 'last-frame', status: 200 },
    ])
  })

  it('have URLs with the host of the request', async ({ provider }) => {
    const { port } = new URL(provider.url)
    const taskid = await provider.create({ prompt })
    await provider.completed(taskid)
    const asked = await fetch(`http://localhost:${port}/v1/video/infobytaskid`, {
      method: 'POST',
      headers: { authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ taskid }),
    })
    expect(await asked.text()).toContain(`http://localhost:${port}/results/`)
  })

  it('are refused to a request with the API key, and the ledger records the leak', async ({ provider }) => {
    const { url } = await provider.completed(await provider.create({ prompt }))
    const [rendered = ''] = url
    const response = await fetch(rendered, { headers: { authorization: `Bearer ${KEY}` } })
    expect(response.status).toBe(400)
    expect(provider.sandbox.ledger().leaks).toMatchObject([{ path: new URL(rendered).pathname }])
  })

  it('without a last frame are a single URL', async ({ provider }) => {
    expect((await provider.completed(await provider.create({ prompt }))).url).toHaveLength(1)
  })

  it('follow the settings: last frame first or absent, names without extensions', async ({ provider }) => {
    provider.sandbox.set({ lastFrame: 'first', resultExtensions: false })
    const taskid = await provider.create(withLastFrame)
    const { url } = await provider.completed(taskid)
    expect(url.map((address) => new URL(address).pathname)).toEqual([
      expect.stringMatching(/^\/results\/[0-9a-f]{32}$/),
      expect.stringMatching(/^\/results\/[0-9a-f]{32}$/),
    ])
    expect([await typeOf(url[0]), await typeOf(url[1])]).toEqual(['image/png', 'video/mp4'])
    provider.sandbox.set({ lastFrame: 'absent' })
    expect((await provider.read(taskid)).url).toEqual([url[1]])
  })
})

describe('a result URL', () => {
  it('expires, and later polls return the same one or a new one, as the settings say', async ({
    provider,
    clock,
  }) => {
    provider.sandbox.set({ resultLifetimeMs: 60_000 })
    const taskid = await provider.create({ prompt })
    const { url } = await provider.completed(taskid)
    const [rendered = ''] = url
    expect((await fetch(rendered)).status).toBe(200)
    clock.now += 60_000
    expect((await fetch(rendered)).status).toBe(403)
    expect((await provider.read(taskid)).url).toEqual(url)

    provider.sandbox.set({ renewResults: 'when-expired' })
    const renewed = (await provider.read(taskid)).url?.[0] ?? ''
    expect(renewed).not.toBe(rendered)
    expect((await fetch(renewed)).status).toBe(200)
    expect((await provider.read(taskid)).url).toEqual([renewed])
    expect((await fetch(rendered)).status).toBe(403)
  })

  it('can be a new one at each poll', async ({ provider }) => {
    provider.sandbox.set({ renewResults: 'each-poll' })
    const taskid = await provider.create({ prompt })
    const { url } = await provider.completed(taskid)
    expect((await provider.read(taskid)).url).not.toEqual(url)
    expect((await fetch(url[0] ?? '')).status).toBe(200)
  })
})
