import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePort, startStudio } from '@/e2e/kit'
import { startPostgres } from '@/testing/db/postgres'
import { startProxyTo } from '@/testing/db/proxy'

test('while the database is unreachable, at startup or later, every page says so and recovers by itself', async () => {
  test.setTimeout(300_000)
  const server = await startPostgres()
  const { proxy, url } = await startProxyTo(await server.createDatabase('studio'))
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-away-'))
  const PORT = `${await freePort()}`
  const address = `http://127.0.0.1:${PORT}`
  const status = (path: string) =>
    fetch(address + path).then(
      (answer) => answer.status,
      () => 0,
    )
  proxy.set('refusing')
  const starting = startStudio({ DATABASE_URL: url, PORT }, folder)
  try {
    await expect.poll(() => status('/api/health'), { timeout: 120_000 }).toBe(503)
    expect(await status('/')).toBe(503)
    expect(await status('/api/generations')).toBe(503)
    proxy.set('fine')
    const studio = await starting
    expect(await status('/')).toBe(200)

    proxy.set('refusing')
    for (const path of ['/', '/g/01JD0000000000000000000000', '/?q=koala']) {
      const answer = await fetch(address + path, { headers: { 'accept-language': 'zh-CN' } })
      expect(answer.status, path).toBe(503)
      expect(answer.headers.get('retry-after')).toBe('5')
      expect(await answer.text()).toContain('暂时无法连接数据库')
    }
    expect(await status('/api/health')).toBe(503)
    proxy.set('fine')
    await expect.poll(() => status('/'), { timeout: 120_000 }).toBe(200)
    expect(studio.process.exitCode).toBeNull()

    const wrong = startStudio({ DATABASE_URL: new URL('nothing', url).href }, folder)
    const message = await wrong.catch((error: Error) => error.message)
    expect(message).toMatch(/PostgreSQL refused the connection: .*Correct DATABASE_URL\.$/m)
    expect(message).not.toMatch(/^\s+at /m)
  } finally {
    proxy.set('fine')
    await (await starting).stop()
    await proxy.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
