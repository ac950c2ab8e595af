import { useEffect, useEffectEvent, useRef } from 'react'
import type { Frame, FramesState, News } from './frames'

const withWhole = (frame: Frame): readonly Frame[] => [
  frame,
  ...(frame.cut ? withWhole(frame.cut.whole) : []),
]

/**
 * Keeps uploads in step with the frames: starts those that are running, aborts those of removed frames, and revokes
 * object URLs that nothing can show again.
 */
export function useFrameJobs({ shown, held }: FramesState, tell: (frame: Frame, news: News) => void) {
  const jobs = useRef(new Map<string, AbortController>())
  const images = useRef(new Set<string>())

  const begin = useEffectEvent((frame: Frame) => {
    const { file } = frame
    if (!file) return
    const job = new AbortController()
    jobs.current.set(frame.token, job)
    void import('./bring').then(
      ({ bring }) => bring({ ...frame, file }, job.signal, (news) => tell(frame, news)),
      () => job.signal.aborted || tell(frame, { upload: { type: 'broken' } }),
    )
  })

  useEffect(() => {
    const frames = new Map([...held, ...shown].map((frame) => [frame.token, frame]))
    for (const [token, job] of jobs.current) {
      const upload = frames.get(token)?.upload.type
      if (upload === 'running' || upload === 'converting') continue
      job.abort() // no effect on one that has ended
      jobs.current.delete(token)
    }
    for (const frame of frames.values()) {
      const active = frame.upload.type === 'running' || frame.upload.type === 'converting'
      if (active && !jobs.current.has(frame.token)) begin(frame)
    }
    const needed = new Set([...frames.values()].flatMap(withWhole).map(({ preview }) => preview))
    for (const image of images.current) if (!needed.has(image)) URL.revokeObjectURL(image)
    images.current = needed
  }, [shown, held])
}
