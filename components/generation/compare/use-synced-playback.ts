import { useCallback, useEffect, useRef, useState } from 'react'
import { frameAt, steer } from './steer'

/** Without data ahead a video can only continue at its very end. */
const ready = (video: HTMLVideoElement): boolean =>
  video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA || video.currentTime > video.duration - 0.1

const lastMoment = ({ duration }: HTMLVideoElement): number => frameAt(duration, 0, duration)

/** Keeps videos in sync: while one is buffering, all pause. */
function syncPlayback(lead: HTMLVideoElement, followers: readonly HTMLVideoElement[]): void {
  const all = [lead, ...followers]
  if (!all.every(ready)) {
    for (const video of all) video.pause()
    return
  }
  const going = followers.filter((video) => {
    const steering = steer(lead.currentTime, video.currentTime, video.duration)
    if (steering && 'jump' in steering) video.currentTime = steering.jump
    else video.playbackRate = steering?.rate ?? 1
    return steering
  })
  for (const video of [lead, ...going]) {
    // Rejects only if it is paused before playback has begun.
    if (video.paused) video.play().catch(() => {})
  }
}

/** Videos that play as one. Times in s. */
export type SyncedPlayback = {
  /** Ref for the video with this id. */
  refOf: (id: string) => (video: HTMLVideoElement | null) => void
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
 * Plays videos as one: the longest leads, the others follow within a frame and wait at their ends.
 * @param videos durations in s
 */
export function useSyncedPlayback(videos: readonly { id: string; duration: number }[]): SyncedPlayback {
  const players = useRef(new Map<string, HTMLVideoElement>())
  const [playing, setPlaying] = useState(false)
  const [time, setTime] = useState(0)
  const duration = Math.max(...videos.map((video) => video.duration))
  const leader = videos.find((video) => video.duration === duration)?.id ?? ''
  const ids = videos.map(({ id }) => id).join()

  useEffect(() => {
    const lead = players.current.get(leader)
    if (!playing || !lead) return
    const others = ids.split(',').filter((id) => id !== leader)
    const followers = others.flatMap((id) => players.current.get(id) ?? [])
    let handle = requestAnimationFrame(function tick() {
      setTime(lead.currentTime)
      if (lead.ended) return setPlaying(false)
      syncPlayback(lead, followers)
      handle = requestAnimationFrame(tick)
    })
    return () => {
      cancelAnimationFrame(handle)
      for (const video of [lead, ...followers]) video.pause()
    }
  }, [playing, leader, ids])

  const seek = (to: number) => {
    setTime(to)
    for (const video of players.current.values()) video.currentTime = Math.min(to, lastMoment(video))
  }
  return {
    refOf: useCallback(
      (id) => (video) => {
        if (video) players.current.set(id, video)
        else players.current.delete(id)
      },
      [],
    ),
    playing,
    time,
    duration,
    seek,
    step(frames) {
      setPlaying(false)
      seek(frameAt(players.current.get(leader)?.currentTime ?? 0, frames, duration))
    },
    toggle() {
      if (players.current.get(leader)?.ended) seek(0)
      setPlaying(!playing)
    },
  }
}
