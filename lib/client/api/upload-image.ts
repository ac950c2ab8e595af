import { withBasePath } from '@/lib/shared/base-path'
import { queryOfCrop } from '@/lib/shared/crop'
import type { UploadedImage } from '@/lib/shared/generation'
import type { Rect } from '@/lib/shared/kept-size'
import { parseJson } from '@/lib/shared/parse-json'
import { type ProblemAnswer, parseProblem } from './problem'
import { signInAgain } from './sign-in-again'

export type UploadEnd =
  | { type: 'done'; image: UploadedImage }
  | { type: 'refused'; problem: ProblemAnswer }
  | { type: 'broken' }

/** `share`: 0 to 1. */
type Listener = { onProgress: (share: number) => void; onEnd: (end: UploadEnd) => void }

async function endOf({ status, responseText }: XMLHttpRequest): Promise<UploadEnd> {
  if (status === 201) {
    const { uploadedImageSchema } = await import('./answers')
    const image = uploadedImageSchema.safeParse(parseJson(responseText)).data
    return image ? { type: 'done', image } : { type: 'broken' }
  }
  const problem = await parseProblem(responseText)
  return problem ? { type: 'refused', problem } : { type: 'broken' }
}

/**
 * Uploads an image, of which the server keeps all or the part `crop`, in px. Uses XMLHttpRequest, because fetch doesn’t report upload progress.
 * @returns a function that aborts it; no callback runs after that
 */
export function uploadImage(file: File, crop: Rect | null, { onProgress, onEnd }: Listener): () => void {
  const address = crop ? `/api/images?crop=${queryOfCrop(crop)}` : '/api/images'
  const request = new XMLHttpRequest()
  let stopped = false
  const start = () => {
    request.open('POST', withBasePath(address))
    request.setRequestHeader('Content-Type', file.type)
    request.send(file)
  }
  request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
  const end = (result: UploadEnd) => stopped || onEnd(result)
  const broken = () => end({ type: 'broken' })
  request.onload = async () => {
    const again = request.status === 401 && (await signInAgain())
    if (stopped) return
    if (again) start()
    else endOf(request).then(end, broken)
  }
  request.onerror = broken
  start()
  return () => {
    stopped = true
    request.abort()
  }
}
