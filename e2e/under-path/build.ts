import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/** What a build is made of. Tests need what is not there, and Next would check their types. */
export const SOURCES = ['app', 'components', 'lib', 'public', 'scripts/studio.mjs', 'scripts/listening.mjs']
export const FILES = [
  'instrumentation.ts',
  'next.config.mjs',
  'package.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tailwind.config.ts',
  'tsconfig.json',
]

export type Build = { folder: string; basePath: string }

/** Runs `next build` in a folder. Returns its exit code and everything it printed. */
export async function nextBuild(folder: string, env: Record<string, string>) {
  const next = join(process.cwd(), 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  const [printed, failure, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ])
  return { code: Number(code), output: printed + failure }
}

/**
 * Builds a copy of this checkout for a base path, so that its own build stays. Within the checkout, because Next finds
 * no packages outside. Once per run of the tests: a worker that follows a failed test finds it. @throws Error when the
 * build fails
 */
export async function buildUnder(basePath: string): Promise<Build> {
  const folder = join(process.cwd(), '.next/under-path')
  const mark = join(folder, 'built-by')
  const run = `${process.ppid} ${basePath}`
  if ((await readFile(mark, 'utf8').catch(() => '')) === run) return { folder, basePath }
  await rm(folder, { recursive: true, force: true })
  await mkdir(join(folder, 'scripts'), { recursive: true })
  for (const name of [...SOURCES, ...FILES])
    await cp(name, join(folder, name), { recursive: true, filter: (path) => !/\.test\.tsx?$/.test(path) })
  const { code, output } = await nextBuild(folder, { BASE_PATH: basePath })
  if (code !== 0) throw new Error(`the build under ${basePath} failed:\n${output}`)
  await writeFile(mark, run)
  return { folder, basePath }
}
