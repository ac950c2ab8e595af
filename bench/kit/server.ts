import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/e2e/kit'

export type Server = {
  url: string
  pid: number
  /** ms from its start to its first answer. */
  firstAnswer: number
  /** What it has written to its log so far. */
  said(): string
  stop(): Promise<void>
}

const LONGEST_MS = 60_000

/**
 * Starts a server as a process of its own, so that what it uses can be told apart, and waits for its first page.
 * @param words what Node runs; `PORT` in them, and in the environment's values, becomes a free port
 * @throws Error with what it wrote, when it ends or does not answer within a minute
 */
export async function launch(messages: string[], env: Record<string, string> = {}): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = spawn(
    process.execPath,
    messages.map((word) => (word === 'PORT' ? `${port}` : word)),
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_ENV: 'production', PORT: `${port}`, ...withPort(env, port) },
    },
  )
  const killIt = () => child.kill('SIGKILL')
  process.once('exit', killIt)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const stop = async () => {
    process.off('exit', killIt)
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  while (!(await answers(url))) {
    if (child.exitCode === null && performance.now() - start < LONGEST_MS) await pause(5)
    else {
      await stop()
      throw new Error(`${messages.join(' ')} did not start:\n${said}`)
    }
  }
  return { url, pid: child.pid ?? 0, firstAnswer: performance.now() - start, said: () => said, stop }
}

const withPort = (env: Record<string, string>, port: number): Record<string, string> =>
  Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace(/\bPORT\b/, `${port}`)]))

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false // nobody listens there yet
  }
}
