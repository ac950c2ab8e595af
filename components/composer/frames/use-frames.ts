import { type RefCallback, useReducer, useState } from 'react'
import type { Area } from '@/components/composer/reframe/geometry'
import { type ProblemAnswer, thumbnailAddress } from '@/lib/client/api'
import { announce, randomId, useFocusTargets } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Rect, Size } from '@/lib/shared/images/kept-size'
import { IMAGE_LIMIT } from '@/lib/shared/models'
import { changeFrames, type Frame, type Frames, NO_FRAMES } from './frames'
import { type FramesNote, noteText } from './note'
import { useFrameJobs } from './use-frame-jobs'

/** An image that the server already has. Sizes in px. */
export type KnownImage = { id: string; name: string; width: number; height: number }

/** The images in the form, for `restore`. Only the latest snapshot is valid. */
export type FramesSnapshot = { tokens: readonly string[] }

const newFrame = (name: string, file: File | null): Frame => ({
  token: randomId(),
  name,
  file,
  preview: '',
  size: null,
  upload: { type: 'running', share: 0 },
  meantLast: false,
  cut: null,
})

const knownFrame = ({ id, name, width, height }: KnownImage): Frame => ({
  ...newFrame(name, null),
  preview: thumbnailAddress(id),
  size: { width, height },
  upload: { type: 'done', id },
})

const goneAtServer = (id: string): ProblemAnswer => ({
  code: 'invalid_input',
  detail: '',
  reasons: [{ type: 'unknown_image', field: 'sourceImage', image: null, id }],
})

/** A crop of a photo: its file and size, the part as fractions and in px, and the size that it will have. */
export type Crop = { file: File; photo: Size; area: Area; rect: Rect; size: Size }

/** The images of the form, and every action on them. */
export type FramesControl = {
  frames: Frames
  /** A note about them, as text. */
  note: string | null
  /**
   * Adds files. One goes into `slot` (null: the free one); two fill both slots in order.
   * @param rest a note about what was dropped along with them
   */
  add: (files: readonly File[], slot: 0 | 1 | null, rest?: FramesNote | null) => void
  remove: (token: string) => void
  swap: () => void
  /** Retries a failed upload. */
  again: (token: string) => void
  /** Uploads a photo that the server no longer has, from this browser’s copy. false: there is none. */
  bringAnew: (frame: Frame) => Promise<boolean>
  /** Replaces a photo by a crop and keeps the whole one. */
  reframe: (frame: Frame, crop: Crop) => void
  /** Restores the whole photo. */
  unframe: (frame: Frame) => void
  /** Marks an image as refused by the server. */
  refuse: (token: string, problem: ProblemAnswer) => void
  /** The picture cannot be shown: the server no longer has it, or the browser cannot decode it. It is brought anew if possible. */
  lost: (frame: Frame) => Promise<void>
  /** Ref for the button that fixes an unusable photo; `focusRemedy` focuses it. */
  remedyRef: (token: string) => RefCallback<HTMLElement>
  focusRemedy: (token: string) => void
  /** Remembers the current images. Their uploads continue, whatever is put into the form meanwhile. */
  snapshot: () => FramesSnapshot
  /** Fills the slots with images that the server has, or with those of a snapshot. */
  restore: (what: readonly KnownImage[] | FramesSnapshot) => void
}

/** This browser’s copy of a photo; null if there is none, or its code can’t be loaded. */
async function keptCopy(id: string, name: string): Promise<File | null> {
  try {
    const { copyOf } = await import('@/lib/client/storage/photo-copies')
    return await copyOf(id, name)
  } catch {
    return null
  }
}

/** The images of the form. Uploads start when a photo is added and stop when it is removed. */
export function useFrames(): FramesControl {
  const messages = useMessages('frames')
  const [state, dispatch] = useReducer(changeFrames, NO_FRAMES)
  const [note, setNote] = useState<FramesNote | null>(null)
  useFrameJobs(state, ({ token, name }, news) => {
    dispatch({ type: 'change', token, news })
    if (news.upload?.type === 'converting') announce(messages.converting(name))
  })
  const remedies = useFocusTargets()
  const frames = state.shown

  const showNote = (next: FramesNote | null) => {
    setNote(next)
    if (next) announce(noteText(messages, next))
  }

  const bringAnew = async ({ token, name, file, upload }: Frame): Promise<boolean> => {
    const copy = file ?? (upload.type === 'done' ? await keptCopy(upload.id, name) : null)
    if (!copy) return false
    // Without a file, the preview was the server’s.
    const news = file ? {} : { file: copy, preview: '' }
    dispatch({ type: 'change', token, news: { ...news, upload: { type: 'running', share: 0 } } })
    return true
  }

  return {
    frames,
    bringAnew,
    note: note && noteText(messages, note),
    add(files, slot, rest = null) {
      const [file, second] = files
      if (!file) return rest && showNote(rest)
      if (second) {
        dispatch({ type: 'fill', frames: [newFrame(file.name, file), newFrame(second.name, second)] })
        return showNote(files.length > IMAGE_LIMIT ? { type: 'onlyTwo', count: files.length } : rest)
      }
      if (slot === null && frames.length === IMAGE_LIMIT) return showNote({ type: 'full', name: file.name })
      dispatch({ type: 'put', slot, frame: newFrame(file.name, file) })
      showNote(rest ?? (slot === 1 && frames.length === 0 ? { type: 'aloneIsFirst' } : null))
    },
    remove(token: string) {
      dispatch({ type: 'remove', token })
      showNote(frames.length > 1 && frames[0]?.token === token ? { type: 'movedToFirst' } : null)
    },
    swap() {
      dispatch({ type: 'swap' })
      setNote(null)
      announce(messages.swapped)
    },
    again: (token: string) =>
      dispatch({ type: 'change', token, news: { upload: { type: 'running', share: 0 } } }),
    reframe(frame: Frame, { file, size, ...cut }: Crop) {
      const whole = frame.cut?.whole ?? frame
      const preview = URL.createObjectURL(file)
      dispatch({
        type: 'replace',
        token: frame.token,
        frame: { ...newFrame(whole.name, file), preview, size, cut: { whole, ...cut } },
      })
      announce(messages.reframed)
    },
    unframe({ token, cut }: Frame) {
      if (!cut) return
      dispatch({ type: 'replace', token, frame: cut.whole })
      announce(messages.wholeAgain)
    },
    refuse: (token: string, problem: ProblemAnswer) =>
      dispatch({ type: 'change', token, news: { upload: { type: 'refused', problem } } }),
    async lost(frame: Frame) {
      const { token, file, upload } = frame
      if (upload.type !== 'done' || file || (await bringAnew(frame))) return
      dispatch({
        type: 'change',
        token,
        news: { upload: { type: 'refused', problem: goneAtServer(upload.id) } },
      })
    },
    remedyRef: remedies.ref,
    focusRemedy: remedies.focus,
    snapshot(): FramesSnapshot {
      dispatch({ type: 'hold' })
      return { tokens: frames.map(({ token }) => token) }
    },
    restore(what: readonly KnownImage[] | FramesSnapshot) {
      if ('tokens' in what) dispatch({ type: 'restore', tokens: what.tokens })
      else dispatch({ type: 'fill', frames: what.map(knownFrame) })
      setNote(null)
    },
  }
}
