import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Builds the studio every time, and the plain app unless it is built already. @throws Error */
export function build(): void {
  next('.')
  if (!existsSync('bench/plain/.next/BUILD_ID')) next('bench/plain')
}

function next(folder: string): void {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const args = ['node_modules/next/dist/bin/next', 'build', folder]
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'], env })
  if (status !== 0) throw new Error(`next build ${folder} ended with ${status}`)
}
