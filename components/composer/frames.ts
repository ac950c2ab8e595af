import type { ProblemAnswer } from '@/lib/client/api'

export type Upload =
  | { is: 'running'; share: number } // 0 to 1
  | { is: 'done'; id: string }
  | { is: 'refused'; problem: ProblemAnswer }
  | { is: 'broken' }

/** An image that a person brought. `token` stands for this choice: another one in its place has another. */
export type Frame = {
  token: string
  name: string
  /** Address of the picture, at this machine or at the server. */
  preview: string
  /** Pixels, upright; null until the picture could be read. */
  size: { width: number; height: number } | null
  upload: Upload
  /** It was meant as the last frame, and is the first only for want of another. */
  meantLast: boolean
}

/** At most two, by order: the first frame, then the last. So one alone is always the first. */
export type Frames = readonly Frame[]

export type FramesAction =
  | { do: 'put'; place: 0 | 1 | null; frame: Frame }
  | { do: 'fill'; frames: Frames }
  | { do: 'remove'; token: string }
  | { do: 'swap' }
  | { do: 'size'; token: string; size: { width: number; height: number } }
  | { do: 'upload'; token: string; upload: Upload }

const meant = (frame: Frame, last: boolean): Frame => ({ ...frame, meantLast: last })

function put(frames: Frames, place: 0 | 1 | null, frame: Frame): Frames {
  const [first, last] = frames
  if (!first) return [meant(frame, place === 1)]
  if (place === 1 || (place === null && !last)) return [first, frame]
  if (place === null) return frames
  if (first.meantLast && !last) return [frame, meant(first, false)]
  return last ? [frame, last] : [frame]
}

/** How the two places change. */
export function changeFrames(frames: Frames, action: FramesAction): Frames {
  switch (action.do) {
    case 'put':
      return put(frames, action.place, action.frame)
    case 'fill':
      return action.frames
    case 'remove': {
      const left = frames.filter((frame) => frame.token !== action.token)
      return left.length === frames.length
        ? frames
        : left.map((frame) => meant(frame, frame.meantLast || frame === frames[1]))
    }
    case 'swap':
      return [...frames].reverse()
    case 'size':
      return change(frames, action.token, { size: action.size })
    case 'upload':
      return change(frames, action.token, { upload: action.upload })
  }
}

const change = (frames: Frames, token: string, news: Partial<Frame>): Frames =>
  frames.map((frame) => (frame.token === token ? { ...frame, ...news } : frame))

/** Whether all images are at the server: their ids by order, or what keeps them. */
export function readiness(
  frames: Frames,
): { is: 'ready'; ids: string[] } | { is: 'running' } | { is: 'unusable'; token: string } {
  const ids: string[] = []
  let running = false
  for (const { token, upload } of frames) {
    if (upload.is === 'refused' || upload.is === 'broken') return { is: 'unusable', token }
    if (upload.is === 'running') running = true
    else ids.push(upload.id)
  }
  return running ? { is: 'running' } : { is: 'ready', ids }
}
