import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/e2e/kit'

export type Server = {
  url: string
  pid: number
  /** ms from process start to the first response. */
  firstAnswer: number
  /** Everything logged so far. */
  log(): string
  stop(): Promise<void>
}

const TIMEOUT_MS = 60_000

/**
 * Starts a server as a separate process, so that its CPU and memory can be measured, and waits for its first page.
 * @param args arguments for Node; `PORT` in them, and in values of `env`, is replaced by a free port
 * @throws Error with its log when it exits or does not respond within a minute
 */
export async function launch(args: string[], env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = spawn(
    process.execPath,
    args.map((word) => (word === 'PORT' ? `${port}` : word)),
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', PORT: `${port}`, ...withPort(env, port) },
    },
  )
  const kill = () => child.kill('SIGKILL')
  process.once('exit', kill)
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk))
  const stop = async () => {
    process.off('exit', kill)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  while (!(await answers(url))) {
    if (child.exitCode === null && performance.now() - start < TIMEOUT_MS) await pause(5)
    else {
      await stop()
      throw new Error(`${args.join(' ')} did not start:\n${log}`)
    }
  }
  return { url, pid: child.pid ?? 0, firstAnswer: performance.now() - start, log: () => log, stop }
}

const withPort = (env: Record<string, string>, port: number): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace(/\bPORT\b/, `${port}`)]))

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false // not listening yet
  }
}
