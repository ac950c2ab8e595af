import { execFile } from 'node:child_process'
import { access, chmod, constants } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import * as z from 'zod'

const run = promisify(execFile)

const ENCODERS = ['libx264', 'aac'] as const

/** No ffmpeg on this machine can encode a video. */
export class NoFfmpeg extends Error {
  constructor(reasons: unknown[]) {
    super(
      'No working ffmpeg with libx264 and aac was found. Install one (Debian: apt-get install ffmpeg), ' +
        'or run npm ci again without --omit=dev.',
      { cause: new AggregateError(reasons) },
    )
    this.name = 'NoFfmpeg'
  }
}

/**
 * The path of an ffmpeg that can encode: the one in PATH, else the one from npm.
 * @throws NoFfmpeg
 */
export async function findFfmpeg(): Promise<string> {
  const reasons: unknown[] = []
  for (const candidate of [async () => 'ffmpeg', bundled]) {
    try {
      const path = await candidate()
      await prove(path)
      return path
    } catch (error) {
      reasons.push(error)
    }
  }
  throw new NoFfmpeg(reasons)
}

const installer = z.object({ path: z.string() })

/** npm may skip the install script that makes the binary executable, so we do it here. */
async function bundled(): Promise<string> {
  const { path } = installer.parse(createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg'))
  await access(path, constants.X_OK).catch(() => chmod(path, 0o755))
  return path
}

async function prove(path: string): Promise<void> {
  const { stdout } = await run(path, ['-hide_banner', '-encoders'])
  const missing = ENCODERS.filter((name) => !stdout.includes(` ${name} `))
  if (missing.length > 0) throw new Error(`${path} lacks ${missing.join(' and ')}.`)
}
