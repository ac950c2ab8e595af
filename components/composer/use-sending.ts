import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Submission } from '@/lib/shared/models'
import { type Frames, readiness } from './frames'
import type { FramesControl } from './use-frames'

export type Images = { id: string; width: number; height: number; name: string }[]
type Note = 'notSentChanged' | 'notSentImage' | 'notSentBroken' | 'alreadySending'
type Waiting = { submission: Submission; tokens: string }

const tokensOf = (frames: Frames): string => frames.map(({ token }) => token).join()

const imagesOf = (frames: Frames): Images =>
  frames.flatMap(({ upload, size, name }) =>
    upload.is === 'done' ? [{ id: upload.id, name, width: size?.width ?? 0, height: size?.height ?? 0 }] : [],
  )

/** From the press to the sending: photos that are still under way are waited for. */
export function useSending(
  { frames }: FramesControl,
  send: (submission: Submission, images: Images) => 'sent' | 'already',
) {
  const words = useWords().composer
  const [waiting, setWaiting] = useState<Waiting | null>(null)
  const [note, setNote] = useState<Note | null>(null)
  const say = (news: Note) => {
    setNote(news)
    announce(words[news])
  }

  const goOn = useEffectEvent(({ submission, tokens }: Waiting) => {
    const state = readiness(frames)
    const changed = tokens !== tokensOf(frames)
    if (state.is === 'running' && !changed) return
    setWaiting(null)
    if (changed) return say('notSentChanged')
    if (state.is === 'unusable') {
      say('notSentImage')
      return document.querySelector<HTMLElement>(`[data-frame="${state.token}"]`)?.focus()
    }
    setNote(null)
    if (send(submission, imagesOf(frames)) === 'sent') announce(words.sent)
    else say('alreadySending')
  })
  // The photos as they stand when the wish is checked, not as they stood when it was pressed: one that has arrived
  // meanwhile would be waited for without end.
  useLayoutEffect(() => {
    if (frames && waiting) goOn(waiting)
  }, [frames, waiting])

  return {
    note: waiting ? words.waitingForImages : note && words[note],
    waiting: waiting !== null,
    press(submission: Submission) {
      setWaiting({ submission, tokens: tokensOf(frames) })
      if (readiness(frames).is === 'running') announce(words.waitingForImages)
    },
    /** What checks the form could not be fetched. */
    broken: () => say('notSentBroken'),
    cancel: () => {
      setWaiting(null)
      setNote(null)
    },
  }
}

export type Sending = ReturnType<typeof useSending>
