import { useEffect, useEffectEvent, useRef } from 'react'
import type { Frame, FramesState, News } from './frames'

const withWhole = (frame: Frame): readonly Frame[] => [
  frame,
  ...(frame.cut ? withWhole(frame.cut.whole) : []),
]

/**
 * Brings the photos to the server. It follows the frames: one that is on its way gets a job, one that is nowhere any
 * more is stopped, and the memory of pictures that nobody can come back to is given back.
 */
export function useFrameJobs({ shown, held }: FramesState, tell: (frame: Frame, news: News) => void) {
  const jobs = useRef(new Map<string, AbortController>())
  const images = useRef(new Set<string>())

  const begin = useEffectEvent((frame: Frame) => {
    if (!frame.file) return
    const job = new AbortController()
    jobs.current.set(frame.token, job)
    const { file, preview } = frame
    void import('./use-bring').then(
      ({ bring }) => bring(file, preview, job.signal, (news) => tell(frame, news)),
      () => job.signal.aborted || tell(frame, { upload: { type: 'broken' } }),
    )
  })

  useEffect(() => {
    const frames = new Map([...held, ...shown].map((frame) => [frame.token, frame]))
    for (const [token, job] of jobs.current) {
      const upload = frames.get(token)?.upload.type
      if (upload === 'running' || upload === 'converting') continue
      job.abort() // one that has come to its end does not mind
      jobs.current.delete(token)
    }
    for (const frame of frames.values()) {
      const moving = frame.upload.type === 'running' || frame.upload.type === 'converting'
      if (moving && !jobs.current.has(frame.token)) begin(frame)
    }
    const needed = new Set([...frames.values()].flatMap(withWhole).map(({ preview }) => preview))
    for (const image of images.current) if (!needed.has(image)) URL.revokeObjectURL(image)
    images.current = needed
  }, [shown, held])
}
