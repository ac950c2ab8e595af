import { spawn } from 'node:child_process'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { findFfmpeg } from './find-ffmpeg'

const COMPLAINT_LIMIT = 2_000 // characters of ffmpeg's output

let path: Promise<string> | undefined

/**
 * Runs ffmpeg to its end. `frames` are written to its standard input with backpressure.
 * @throws NoFfmpeg | Error with ffmpeg's output | AbortError; the process has ended in every case
 */
export async function ffmpeg(args: string[], signal: AbortSignal, frames?: Iterable<Uint8Array>) {
  path ??= findFfmpeg()
  const child = spawn(await path, ['-hide_banner', '-nostdin', '-y', '-v', 'error', ...args], {
    signal,
    killSignal: 'SIGKILL',
    stdio: [frames ? 'pipe' : 'ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-COMPLAINT_LIMIT)
  })
  const fed = frames && child.stdin ? feed(frames, child.stdin) : null
  let failure: unknown = null
  child.on('error', (error) => {
    failure = error
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  failure ??= await fed
  signal.throwIfAborted()
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${complaint.trim()}`, { cause: failure })
}

/** Returns the error instead of throwing: if ffmpeg ends early, its exit code says more than the broken pipe. */
async function feed(frames: Iterable<Uint8Array>, stdin: NodeJS.WritableStream): Promise<unknown> {
  return pipeline(Readable.from(frames, { objectMode: true, highWaterMark: 2 }), stdin).then(
    () => null,
    (error: unknown) => error,
  )
}
