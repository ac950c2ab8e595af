import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { startSandbox } from '@/lib/sandbox/serve'

export const KEY = 'right-key'
/** Generous: reached only when something hangs. */
export const TIMEOUT_MS = 300_000

const taskSchema = z.object({
  taskid: z.string(),
  task_status: z.number(),
  message: z.string(),
  ratio: z.string(),
  seed: z.number(),
  url: z.array(z.string()).nullish(),
})
const answerSchema = z.object({ code: z.number(), msg: z.string(), data: z.unknown().optional() })

type Fields = Record<string, string> | [name: string, value: string | Blob][]

/** Starts a sandbox over a real socket. Its clock stands still until a test moves it. */
export const it = test
  .extend('clock', () => ({ now: 1_000_000 }))
  .extend('provider', async ({ clock }, { onCleanup }) => {
    const { url, sandbox, close } = await startSandbox({ key: KEY, video: 'tiny', now: () => clock.now })
    onCleanup(close)
    return { url, sandbox, ...callsOf(url, clock) }
  })

/** Waits for a condition without depending on the machine's speed. */
export const eventually = <T>(state: () => T) => expect.poll(state)

/** The provider's three calls, as a client makes them. */
function callsOf(url: string, clock: { now: number }) {
  const headers = { authorization: `Bearer ${KEY}` }
  const post = (path: string, body: object, init: RequestInit = {}) =>
    fetch(`${url}/v1/video/${path}`, { method: 'POST', headers, body: JSON.stringify(body), ...init })
  const send = (fields: Fields, images: Blob[] = [], init: RequestInit = {}) =>
    fetch(`${url}/v1/video/seedancev2`, { method: 'POST', headers, body: formOf(fields, images), ...init })
  const poll = (taskid: string) => post('infobytaskid', { taskid, moreTaskInfo: false })
  const read = async (taskid: string) => taskSchema.parse((await answerOf(await poll(taskid))).data)
  return {
    post,
    send,
    poll,
    read,
    remove: (...taskids: string[]) => post('deletevideotask', { taskids }),
    async create(fields: Fields, images: Blob[] = []) {
      const answer = await answerOf(await send(fields, images))
      return z.object({ taskid: z.string() }).parse(answer.data, { error: () => answer.msg }).taskid
    },
    /** Advances the clock past a task's duration, then polls until its video is rendered. */
    async completed(taskid: string) {
      clock.now += 3_600_000
      return vi.waitFor(
        async () => {
          clock.now += 3_600
          const task = await read(taskid)
          if (task.task_status !== 3 && task.task_status !== 4) throw new Error('not yet')
          return { ...task, url: task.url ?? [] }
        },
        { timeout: TIMEOUT_MS },
      )
    },
  }
}

export async function answerOf(response: Response) {
  return { status: response.status, ...answerSchema.parse(await response.json()) }
}

function formOf(fields: Fields, images: Blob[]): FormData {
  const form = new FormData()
  for (const [name, value] of Array.isArray(fields) ? fields : Object.entries(fields))
    form.append(name, value)
  for (const image of images) form.append('sourceImage', image)
  return form
}

/** An image of one colour, as a file. */
export async function makeImage(
  width: number,
  height: number,
  format: 'png' | 'jpeg' | 'webp' | 'tiff' | 'gif' = 'png',
  background = '#a04020',
): Promise<File> {
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer()
  return new File([new Uint8Array(bytes)], `picture.${format}`, { type: `image/${format}` })
}

/** A grey image as an uncompressed BMP, which sharp can't write. */
export function bitmap(width: number, height: number): File {
  const stride = Math.ceil((width * 3) / 4) * 4
  const bytes = Buffer.alloc(54 + stride * height, 0x80)
  bytes.write('BM', 0, 'latin1')
  bytes.writeUInt32LE(bytes.byteLength, 2)
  bytes.writeUInt32LE(0, 6)
  bytes.writeUInt32LE(54, 10)
  bytes.writeUInt32LE(40, 14)
  bytes.writeInt32LE(width, 18)
  bytes.writeInt32LE(height, 22)
  bytes.writeUInt16LE(1, 26)
  bytes.writeUInt16LE(24, 28)
  bytes.fill(0, 30, 54)
  return new File([new Uint8Array(bytes)], 'picture.bmp', { type: 'image/bmp' })
}
