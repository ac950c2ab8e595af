import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { type Answer, answerOf, imageSchema, pageSchema, type StudioRecord } from './answers'
import type { Stage } from './stage'
import type { Diary, Photo, Submission } from './submissions'

const MAX_TRIES = 20

/**
 * Submits as the form does: retries with the same idempotency key until there is a response. Without a key it sends once.
 * @throws Error when there is no response in 20 tries
 */
export async function send(stage: Stage, { submission, answers }: Diary): Promise<void> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const answer = await nullOnNetworkError(() => submit(stage, submission))
    if (answer) answers.push(answer)
    if (answer || submission.key === null) return
    await pause(20)
  }
  throw new Error(`no answer in ${MAX_TRIES} tries: ${submission.prompt}`)
}

/** Sends the first half of a request and then stalls, as if the photo were still uploading. */
export async function sendHalf(stage: Stage, { submission }: Diary): Promise<void> {
  const form = new Response(formOf(submission, submission.photos))
  const body = Buffer.from(await form.arrayBuffer())
  const half = request(`${await stage.url()}/api/generations`, {
    method: 'POST',
    headers: {
      ...headersOf(submission),
      'content-type': form.headers.get('content-type') ?? '',
      'content-length': body.byteLength,
    },
  })
  half.on('error', () => {}) // expected: the studio is killed
  await new Promise((written) => half.write(body.subarray(0, body.byteLength >> 1), written))
}

/** null when the call ends without a response. */
async function nullOnNetworkError<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call()
  } catch (error) {
    if (error instanceof TypeError) return null // what fetch throws for a network error
    throw error
  }
}

async function submit(stage: Stage, submission: Submission): Promise<Answer> {
  const url = await stage.url()
  const images = submission.photosAhead
    ? await Promise.all(submission.photos.map((one) => upload(url, one)))
    : submission.photos
  const body = formOf(submission, images)
  return answerOf(
    await fetch(`${url}/api/generations`, { method: 'POST', headers: headersOf(submission), body }),
  )
}

async function upload(url: string, { bytes }: Photo): Promise<string> {
  const headers = { 'content-type': 'image/jpeg' }
  const response = await fetch(`${url}/api/images`, { method: 'POST', headers, body: new Uint8Array(bytes) })
  return imageSchema.parse(await response.json()).id
}

/** Refusals are to be told at once, instead of waiting in the queue. */
const headersOf = ({ key }: Submission) => ({
  prefer: 'respond-sync',
  ...(key !== null && { 'idempotency-key': key }),
})

function formOf(submission: Submission, images: (string | Photo)[]): FormData {
  const form = new FormData()
  form.set('prompt', submission.prompt)
  form.set('ratio', submission.ratio)
  form.set('resolution', submission.resolution)
  form.set('duration', `${submission.duration}`)
  form.set('generate_audio', submission.sound ? '1' : '0')
  form.set('return_last_frame', submission.lastFrame ? '1' : '0')
  for (const image of images) {
    if (typeof image === 'string') form.append('sourceImage', image)
    else form.append('sourceImage', new Blob([new Uint8Array(image.bytes)]), image.name)
  }
  return form
}

/** All generations that match the query, from all pages. */
export async function allRecords(stage: Stage, query = 'limit=100'): Promise<StudioRecord[]> {
  const records: StudioRecord[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const response = await fetch(`${await stage.url()}/api/generations?${query}&cursor=${cursor}`)
    const page = pageSchema.parse(await response.json())
    records.push(...page.items)
    cursor = page.nextCursor
  }
  return records
}

/** Enters a taskid for a lost response; retries while the provider can't be reached. @returns the HTTP status */
export async function enterTaskid(stage: Stage, id: string, taskid: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(`${await stage.url()}/api/generations/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ taskid }),
    })
    if (response.status !== 503 || tries === MAX_TRIES) return response.status
  }
}
