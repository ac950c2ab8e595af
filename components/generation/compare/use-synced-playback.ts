import { type RefObject, useEffect, useRef, useState } from 'react'
import { frameAt, steer } from './steer'

/** Without data ahead a video can only continue at its very end. */
const ready = (video: HTMLVideoElement): boolean =>
  video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA || video.currentTime > video.duration - 0.1

const lastMoment = ({ duration }: HTMLVideoElement): number => frameAt(duration, 0, duration)

/** Keeps two videos in sync: while one is buffering, both pause. */
function syncPlayback(lead: HTMLVideoElement, follow: HTMLVideoElement): void {
  if (!ready(lead) || !ready(follow)) {
    lead.pause()
    follow.pause()
    return
  }
  const steering = steer(lead.currentTime, follow.currentTime, follow.duration)
  if (steering && 'jump' in steering) follow.currentTime = steering.jump
  else follow.playbackRate = steering?.rate ?? 1
  for (const video of steering ? [lead, follow] : [lead]) {
    // Rejects only if it is paused before playback has begun.
    if (video.paused) video.play().catch(() => {})
  }
}

/** Two videos that play as one. Times in s. */
export type SyncedPlayback = {
  first: RefObject<HTMLVideoElement | null>
  second: RefObject<HTMLVideoElement | null>
  playing: boolean
  /** The shared position. */
  time: number
  duration: number
  seek: (to: number) => void
  /** Moves by frames, negative to go back. */
  step: (frames: number) => void
  toggle: () => void
}

/**
 * Plays two videos as one: the longer one leads, the other follows within a frame and waits at its end.
 * @param durations of the first and second, in s
 */
export function useSyncedPlayback(durations: readonly [number, number]): SyncedPlayback {
  const first = useRef<HTMLVideoElement>(null)
  const second = useRef<HTMLVideoElement>(null)
  const [playing, setPlaying] = useState(false)
  const [time, setTime] = useState(0)
  const [leading, following] = durations[0] >= durations[1] ? [first, second] : [second, first]

  useEffect(() => {
    const [lead, follow] = [leading.current, following.current]
    if (!playing || !lead || !follow) return
    let handle = requestAnimationFrame(function tick() {
      setTime(lead.currentTime)
      if (lead.ended) return setPlaying(false)
      syncPlayback(lead, follow)
      handle = requestAnimationFrame(tick)
    })
    return () => {
      cancelAnimationFrame(handle)
      lead.pause()
      follow.pause()
    }
  }, [playing, leading, following])

  const seek = (to: number) => {
    setTime(to)
    for (const video of [first.current, second.current]) {
      if (video) video.currentTime = Math.min(to, lastMoment(video))
    }
  }
  const duration = Math.max(...durations)
  return {
    first,
    second,
    playing,
    time,
    duration,
    seek,
    step(frames) {
      setPlaying(false)
      seek(frameAt(leading.current?.currentTime ?? 0, frames, duration))
    },
    toggle() {
      if (leading.current?.ended) seek(0)
      setPlaying(!playing)
    },
  }
}
