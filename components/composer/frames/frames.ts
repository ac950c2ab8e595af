import type { Area } from '@/components/composer/reframe/geometry'
import type { ProblemAnswer } from '@/lib/client/api'
import { IMAGE } from '@/lib/shared/models'
import type { Size } from './crop'

export type Upload =
  | { type: 'converting' } // from a phone's format into one that the model takes
  | { type: 'running'; share: number } // 0 to 1
  | { type: 'done'; id: string }
  | { type: 'refused'; problem: ProblemAnswer }
  | { type: 'broken' }

/** An image that a person brought. `token` stands for this choice: another one in its place has another. */
export type Frame = {
  token: string
  name: string
  /** The photo itself; null when only the server has it. */
  file: File | null
  /** Address of the picture, at this machine or at the server; empty while there is none. */
  preview: string
  /** Pixels, upright; null until the picture could be read. */
  size: Size | null
  upload: Upload
  /** It was meant as the last frame, and is the first only for want of another. */
  meantLast: boolean
  /** The photo that this one is a part of, and which; null when it is whole. */
  cut: { whole: Frame; area: Area } | null
}

/** At most two, by order: the first frame, then the last. So one alone is always the first. */
export type Frames = readonly Frame[]

/** What is in the form, and beside it what was in it when a snapshot was taken: its uploads go on. */
export type FramesState = { shown: Frames; held: Frames }
export const NO_FRAMES: FramesState = { shown: [], held: [] }

/** What becomes known of a photo on its way to the server. */
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

/** How the two places change. */
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

/** Whether another part of the photo can be chosen, and is worth it: one that is too wide or too tall is mended so. */
export function canReframe({ size, upload }: Frame): boolean {
  if (!size || Math.min(size.width, size.height) < IMAGE.minSide) return false
  return (
    upload.type !== 'refused' || (upload.problem.reasons ?? []).some(({ type }) => type === 'image_ratio')
  )
}

/** Whether all images are at the server: their ids by order, or what keeps them. */
export function readiness(
  frames: Frames,
): { type: 'ready'; ids: string[] } | { type: 'running' } | { type: 'unusable'; token: string } {
  const ids: string[] = []
  let running = false
  for (const { token, upload } of frames) {
    if (upload.type === 'refused' || upload.type === 'broken') return { type: 'unusable', token }
    if (upload.type === 'done') ids.push(upload.id)
    else running = true
  }
  return running ? { type: 'running' } : { type: 'ready', ids }
}
