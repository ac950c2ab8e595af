import { type RefCallback, useReducer, useState } from 'react'
import type { Area } from '@/components/composer/reframe/geometry'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce, randomId, useFocusTargets } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'
import { IMAGE_LIMIT } from '@/lib/shared/models'
import type { Size } from './crop'
import { changeFrames, type Frame, type Frames, NO_FRAMES } from './frames'
import { type FramesNotice, sayNotice } from './note'
import { useFrameJobs } from './use-frame-jobs'

/** An image that the server has already. Sizes in px. */
export type KnownImage = { id: string; name: string; width: number; height: number }

/** What stood in the form, to be put back exactly as it was. The last one that was taken is the one that holds. */
export type FramesSnapshot = { tokens: readonly string[] }

const newFrame = (name: string, file: File | null): Frame => ({
  token: randomId(),
  name,
  file,
  preview: '',
  size: null,
  upload: { is: 'running', share: 0 },
  meantLast: false,
  cut: null,
})

const knownFrame = ({ id, name, width, height }: KnownImage): Frame => ({
  ...newFrame(name, null),
  preview: `/api/images/${encodeURIComponent(id)}?thumbnail=1`,
  size: { width, height },
  upload: { is: 'done', id },
})

const goneAtServer = (id: string): ProblemAnswer => ({
  code: 'invalid_input',
  detail: '',
  reasons: [{ is: 'unknown_image', field: 'sourceImage', image: null, id }],
})

/** The photos of the form, and what can be done to them. */
export type FramesControl = {
  frames: Frames
  /** What is to be said about them, in words. */
  notice: string | null
  /**
   * Takes files in: one goes to its place (null: the empty one), two at once fill both in order. `rest`: what there is
   * to tell of what came with them.
   */
  add: (files: readonly File[], place: 0 | 1 | null, rest?: FramesNotice | null) => void
  remove: (token: string) => void
  swap: () => void
  /** Tries an upload once more that broke off. */
  again: (token: string) => void
  /** Puts a part of a photo in its place; the whole one stays at hand. `cut.file` holds the pixels of `area`. */
  reframe: (frame: Frame, cut: { file: File; size: Size }, area: Area) => void
  /** Puts the whole photo back. */
  unframe: (frame: Frame) => void
  /** The server did not take it. */
  refuse: (token: string, problem: ProblemAnswer) => void
  /** The picture cannot be shown: the server no longer has it, or the browser does not know its format. */
  lost: (frame: Frame) => void
  /** For the button that mends a photo which can't be used; `focusRemedy` puts the focus on it. */
  remedyRef: (token: string) => RefCallback<HTMLElement>
  focusRemedy: (token: string) => void
  /** Remembers what stands in the form. Uploads under way go on, whatever is put into the form meanwhile. */
  snapshot: () => FramesSnapshot
  /** Puts images into the form that the server has, or what stood there when the snapshot was taken. */
  restore: (what: readonly KnownImage[] | FramesSnapshot) => void
}

/** The two photos of the form: they start uploading when they come in, and stop when they go. */
export function useFrames(): FramesControl {
  const words = useWords().frames
  const [state, dispatch] = useReducer(changeFrames, NO_FRAMES)
  const [notice, setNotice] = useState<FramesNotice | null>(null)
  useFrameJobs(state, ({ token, name }, news) => {
    dispatch({ do: 'change', token, news })
    if (news.upload?.is === 'converting') announce(words.converting(name))
  })
  const remedies = useFocusTargets()
  const frames = state.shown

  const say = (next: FramesNotice | null) => {
    setNotice(next)
    if (next) announce(sayNotice(words, next))
  }

  return {
    frames,
    notice: notice && sayNotice(words, notice),
    add(files, place, rest = null) {
      const [file, second] = files
      if (!file) return rest && say(rest)
      if (second) {
        dispatch({ do: 'fill', frames: [newFrame(file.name, file), newFrame(second.name, second)] })
        return say(files.length > IMAGE_LIMIT ? { is: 'onlyTwo', count: files.length } : rest)
      }
      if (place === null && frames.length === IMAGE_LIMIT) return say({ is: 'full', name: file.name })
      dispatch({ do: 'put', place, frame: newFrame(file.name, file) })
      say(rest ?? (place === 1 && frames.length === 0 ? { is: 'aloneIsFirst' } : null))
    },
    remove(token: string) {
      dispatch({ do: 'remove', token })
      say(frames.length > 1 && frames[0]?.token === token ? { is: 'movedToFirst' } : null)
    },
    swap() {
      dispatch({ do: 'swap' })
      setNotice(null)
      announce(words.swapped)
    },
    again: (token: string) =>
      dispatch({ do: 'change', token, news: { upload: { is: 'running', share: 0 } } }),
    reframe(frame: Frame, { file, size }: { file: File; size: Size }, area: Area) {
      const whole = frame.cut?.whole ?? frame
      const preview = URL.createObjectURL(file)
      dispatch({
        do: 'replace',
        token: frame.token,
        frame: { ...newFrame(whole.name, file), preview, size, cut: { whole, area } },
      })
      announce(words.reframed)
    },
    unframe({ token, cut }: Frame) {
      if (!cut) return
      dispatch({ do: 'replace', token, frame: cut.whole })
      announce(words.wholeAgain)
    },
    refuse: (token: string, problem: ProblemAnswer) =>
      dispatch({ do: 'change', token, news: { upload: { is: 'refused', problem } } }),
    lost({ token, file, upload }: Frame) {
      if (upload.is !== 'done' || file) return
      dispatch({
        do: 'change',
        token,
        news: { upload: { is: 'refused', problem: goneAtServer(upload.id) } },
      })
    },
    remedyRef: remedies.ref,
    focusRemedy: remedies.focus,
    snapshot(): FramesSnapshot {
      dispatch({ do: 'hold' })
      return { tokens: frames.map(({ token }) => token) }
    },
    restore(what: readonly KnownImage[] | FramesSnapshot) {
      if ('tokens' in what) dispatch({ do: 'restore', tokens: what.tokens })
      else dispatch({ do: 'fill', frames: what.map(knownFrame) })
      setNotice(null)
    },
  }
}
