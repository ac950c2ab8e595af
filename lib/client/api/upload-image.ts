import { withBasePath } from '@/lib/shared/base-path'
import type { UploadedImage } from '@/lib/shared/generation'
import { queryOfCrop } from '@/lib/shared/images/crop'
import type { Rect } from '@/lib/shared/images/kept-size'
import { parseJson } from '@/lib/shared/parse-json'
import { type Between, betweenOf } from './between'
import { type ProblemAnswer, parseProblem } from './problem'
import { type ApiPath, request } from './request'
import { signInAgain } from './sign-in-again'

export type UploadEnd =
  | { type: 'done'; image: UploadedImage }
  | { type: 'refused'; problem: ProblemAnswer }
  /** The file went away or changed since it was chosen. */
  | { type: 'unreadable'; why: 'gone' }
  | { type: 'broken'; between?: Between }

/** `share`: 0 to 1. */
type Listener = { onProgress: (share: number) => void; onEnd: (end: UploadEnd) => void }

async function endOf({ status, responseText }: XMLHttpRequest, { size }: File): Promise<UploadEnd> {
  if (status === 201) {
    const { uploadedImageSchema } = await import('./answers')
    const image = uploadedImageSchema.safeParse(parseJson(responseText)).data
    if (image) return { type: 'done', image }
  }
  const problem = await parseProblem(responseText)
  return problem ? { type: 'refused', problem } : { type: 'broken', between: betweenOf(status, size) }
}

/** Why no answer came, which browsers don't tell. */
async function endWithoutAnswer(file: File): Promise<UploadEnd> {
  try {
    await file.slice(0, 1).arrayBuffer()
  } catch {
    return { type: 'unreadable', why: 'gone' }
  }
  const between = await whatAnswers()
  return { type: 'broken', ...(between && { between }) }
}

const PROBE_TIMEOUT_MS = 10_000

/** What answers requests to our server in its place; null if nothing or the server itself does. */
async function whatAnswers(): Promise<Between | null> {
  try {
    const answer = await request('/api/health', { cache: 'no-store', timeoutMs: PROBE_TIMEOUT_MS })
    return parseJson(await answer.text()) === undefined ? betweenOf(answer.status) : null
  } catch {
    return null
  }
}

/** Whether a 401 is ours: a proxy's own would not be helped by signing in to the studio. */
const isOurs401 = async ({ status, responseText }: XMLHttpRequest): Promise<boolean> =>
  status === 401 && (await parseProblem(responseText)) !== null

/**
 * Uploads an image, of which the server keeps all or the part `crop`, in px. Uses XMLHttpRequest, because fetch doesn’t report upload progress.
 * @returns a function that aborts it; no callback runs after that
 */
export function uploadImage(file: File, crop: Rect | null, { onProgress, onEnd }: Listener): () => void {
  const path: ApiPath = crop ? `/api/images?crop=${queryOfCrop(crop)}` : '/api/images'
  const upload = new XMLHttpRequest()
  let stopped = false
  const start = () => {
    upload.open('POST', withBasePath(path))
    upload.setRequestHeader('Content-Type', file.type || 'application/octet-stream')
    upload.send(file)
  }
  upload.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
  const end = (result: UploadEnd) => stopped || onEnd(result)
  const broken = () => end({ type: 'broken' })
  upload.onload = async () => {
    const again = (await isOurs401(upload).catch(() => false)) && (await signInAgain())
    if (stopped) return
    if (again) start()
    else endOf(upload, file).then(end, broken)
  }
  upload.onerror = () => void endWithoutAnswer(file).then(end)
  start()
  return () => {
    stopped = true
    upload.abort()
  }
}
