import type { Area } from '@/components/composer/reframe/geometry'
import { type Between, mayPass, type ProblemAnswer } from '@/lib/client/api'
import type { Rect, Size } from '@/lib/shared/images/kept-size'
import { IMAGE } from '@/lib/shared/models'

export type Upload =
  | { type: 'converting' } // from HEIC to JPEG
  | { type: 'running'; share: number } // 0 to 1
  | { type: 'done'; id: string }
  | { type: 'refused'; problem: ProblemAnswer }
  /** The file can't be read. `cloud`: it is only the sign of one that rests in a cloud. */
  | { type: 'unreadable'; why: 'empty' | 'gone' | 'cloud' }
  /** No answer of our server; `between` is what answered in its place. */
  | { type: 'broken'; between?: Between }

export type Unusable = Extract<Upload, { type: 'refused' | 'unreadable' | 'broken' }>

/** An image in the form. `token` identifies this pick: another image in the same slot has another. */
export type Frame = {
  token: string
  name: string
  /** The file itself, whole even for a crop; null if only the server has it. */
  file: File | null
  /** URL of the picture, local or on the server; empty if there is none yet. */
  preview: string
  /** Upright, in px; null until the picture has been read. */
  size: Size | null
  upload: Upload
  /** Was put into the last slot, and is first only because there is no other. */
  meantLast: boolean
  /** The whole photo that this is a crop of, and which part; null if it is not a crop. The server makes the crop. */
  cut: { whole: Frame; area: Area; rect: Rect; photo: Size } | null
}

/** At most two, in order: first frame, last frame. A single one is always the first. */
export type Frames = readonly Frame[]

/** The images in the form, and those held by a snapshot, whose uploads go on. */
export type FramesState = { shown: Frames; held: Frames }
export const NO_FRAMES: FramesState = { shown: [], held: [] }

/** Updates about an image while it is being prepared and uploaded. */
export type News = Partial<Pick<Frame, 'file' | 'preview' | 'size' | 'upload'>>

export type FramesAction =
  | { type: 'put'; slot: 0 | 1 | null; frame: Frame }
  | { type: 'fill'; frames: Frames }
  | { type: 'remove'; token: string }
  | { type: 'replace'; token: string; frame: Frame }
  | { type: 'swap' }
  | { type: 'change'; token: string; news: News }
  | { type: 'hold' }
  | { type: 'restore'; tokens: readonly string[] }

const meant = (frame: Frame, last: boolean): Frame => ({ ...frame, meantLast: last })

function put(frames: Frames, slot: 0 | 1 | null, frame: Frame): Frames {
  const [first, last] = frames
  if (!first) return [meant(frame, slot === 1)]
  if (slot === 1 || (slot === null && !last)) return [first, frame]
  if (slot === null) return frames
  if (first.meantLast && !last) return [frame, meant(first, false)]
  return last ? [frame, last] : [frame]
}

function remove(frames: Frames, token: string): Frames {
  const left = frames.filter((frame) => frame.token !== token)
  return left.length === frames.length
    ? frames
    : left.map((frame) => meant(frame, frame.meantLast || frame === frames[1]))
}

const change = (frames: Frames, token: string, news: News): Frames =>
  frames.map((frame) => (frame.token === token ? { ...frame, ...news } : frame))

/** The reducer of the two slots. */
export function changeFrames({ shown, held }: FramesState, action: FramesAction): FramesState {
  switch (action.type) {
    case 'put':
      return { shown: put(shown, action.slot, action.frame), held }
    case 'fill':
      return { shown: action.frames, held }
    case 'remove':
      return { shown: remove(shown, action.token), held }
    case 'replace':
      return {
        shown: shown.map((frame) =>
          frame.token === action.token ? meant(action.frame, frame.meantLast) : frame,
        ),
        held,
      }
    case 'swap':
      return { shown: [...shown].reverse(), held }
    case 'change':
      return {
        shown: change(shown, action.token, action.news),
        held: change(held, action.token, action.news),
      }
    case 'hold':
      return { shown, held: shown }
    case 'restore': {
      const known = [...shown, ...held]
      const frames = action.tokens.flatMap((token) => known.find((frame) => frame.token === token) ?? [])
      return { shown: frames, held: [] }
    }
  }
}

/** Whether an image can’t be submitted as it is. */
export const isUnusable = (upload: Upload): upload is Unusable =>
  upload.type === 'broken' || upload.type === 'refused' || upload.type === 'unreadable'

/** Refusals that have nothing to do with the photo. */
const PASSING: readonly ProblemAnswer['code'][] = [
  'upload_stalled',
  'unauthenticated',
  'rate_limited',
  'database_unavailable',
  'database_busy',
  'storage_full',
  'internal',
]

/** Whether uploading the same file again may help. */
export function canTryAgain(upload: Unusable): boolean {
  if (upload.type === 'refused') return PASSING.includes(upload.problem.code)
  return upload.type === 'broken' && (!upload.between || mayPass(upload.between))
}

/** Whether another crop can be chosen and makes sense. For a photo that is too wide or too tall it is the remedy. */
export function canReframe({ size, upload }: Frame): boolean {
  if (!size || Math.min(size.width, size.height) < IMAGE.minSide) return false
  return (
    upload.type !== 'refused' || (upload.problem.reasons ?? []).some(({ type }) => type === 'image_ratio')
  )
}

/** The image ids in order once all are uploaded, or what is missing. */
export function readiness(
  frames: Frames,
): { type: 'ready'; ids: string[] } | { type: 'running' } | { type: 'unusable'; token: string } {
  const ids: string[] = []
  let running = false
  for (const { token, upload } of frames) {
    if (isUnusable(upload)) return { type: 'unusable', token }
    if (upload.type === 'done') ids.push(upload.id)
    else running = true
  }
  return running ? { type: 'running' } : { type: 'ready', ids }
}
