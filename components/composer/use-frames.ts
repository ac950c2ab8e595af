import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { type ProblemAnswer, uploadImage } from '@/lib/client/api'
import { announce, randomId } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import { IMAGE_LIMIT } from '@/lib/shared/seedance'
import { changeFrames, type Frame, type Frames } from './frames'

/** An image that the server has already. Sizes in px. */
export type KnownImage = { id: string; name: string; width: number; height: number }

const knownFrame = ({ id, name, width, height }: KnownImage): Frame => ({
  token: randomId(),
  name,
  preview: `/api/images/${encodeURIComponent(id)}?thumbnail=1`,
  size: { width, height },
  upload: { is: 'done', id },
  meantLast: false,
})

/** The server says what is wrong with an image; what is none at all need not travel there. */
function notAnImage(file: File): ProblemAnswer {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toUpperCase() ?? null
  return {
    code: 'unsupported_media',
    detail: '',
    reasons: [{ is: 'image_type', image: null, found: ending }],
  }
}

const goneAtServer = (id: string): ProblemAnswer => ({
  code: 'invalid_input',
  detail: '',
  reasons: [{ is: 'unknown_image', field: 'sourceImage', image: null, id }],
})

type Job = { file: File; stop: () => void }

/** The two photos of the form: they start uploading when they come in, and stop when they go. */
export function useFrames() {
  const words = useWords().frames
  const [frames, dispatch] = useReducer(changeFrames, [])
  const [notice, setNotice] = useState('')
  const jobs = useRef(new Map<string, Job>())

  const say = (text: string) => {
    setNotice(text)
    if (text) announce(text)
  }

  const send = useCallback((token: string, file: File) => {
    const stop = uploadImage(file, {
      onProgress: (share) => dispatch({ do: 'upload', token, upload: { is: 'running', share } }),
      onEnd: (end) =>
        dispatch({ do: 'upload', token, upload: end.is === 'done' ? { is: 'done', id: end.image.id } : end }),
    })
    jobs.current.set(token, { file, stop })
  }, [])

  const begin = (file: File): Frame => {
    const token = randomId()
    const usable = file.type.startsWith('image/')
    if (usable) send(token, file)
    return {
      token,
      name: file.name,
      preview: usable ? URL.createObjectURL(file) : '',
      size: null,
      upload: usable ? { is: 'running', share: 0 } : { is: 'refused', problem: notAnImage(file) },
      meantLast: false,
    }
  }

  useReleased(frames, jobs.current)

  return {
    frames,
    notice,
    /** Takes files in: one goes to its place (null: the empty one), two at once fill both in order. */
    add(files: readonly File[], place: 0 | 1 | null) {
      const [file, second] = files
      if (!file) return
      if (second) {
        dispatch({ do: 'fill', frames: [begin(file), begin(second)] })
        return say(files.length > IMAGE_LIMIT ? words.onlyTwo(files.length) : '')
      }
      if (place === null && frames.length === IMAGE_LIMIT) return say(words.full(file.name))
      dispatch({ do: 'put', place, frame: begin(file) })
      say(place === 1 && frames.length === 0 ? words.aloneIsFirst : '')
    },
    remove(token: string) {
      dispatch({ do: 'remove', token })
      say(frames.length > 1 && frames[0]?.token === token ? words.movedToFirst : '')
    },
    swap() {
      dispatch({ do: 'swap' })
      setNotice('')
      announce(words.swapped)
    },
    again(token: string) {
      const job = jobs.current.get(token)
      if (!job) return
      dispatch({ do: 'upload', token, upload: { is: 'running', share: 0 } })
      send(token, job.file)
    },
    measure: (token: string, size: { width: number; height: number }) =>
      dispatch({ do: 'size', token, size }),
    refuse: (token: string, problem: ProblemAnswer) =>
      dispatch({ do: 'upload', token, upload: { is: 'refused', problem } }),
    /** The picture cannot be shown: the server no longer has it, or the browser does not know its format. */
    lost({ token, preview, upload }: Frame) {
      if (upload.is !== 'done' || preview.startsWith('blob:')) return
      dispatch({ do: 'upload', token, upload: { is: 'refused', problem: goneAtServer(upload.id) } })
    },
    restore(images: readonly KnownImage[]) {
      dispatch({ do: 'fill', frames: images.map(knownFrame) })
      setNotice('')
    },
  }
}

export type FramesControl = ReturnType<typeof useFrames>

/** Stops the uploads of images that went, and gives their pictures' memory back. */
function useReleased(frames: Frames, jobs: Map<string, Job>) {
  const shown = useRef<Frames>([])
  useEffect(() => {
    for (const { token, preview } of shown.current) {
      if (frames.some((frame) => frame.token === token)) continue
      jobs.get(token)?.stop()
      jobs.delete(token)
      if (preview.startsWith('blob:')) URL.revokeObjectURL(preview)
    }
    shown.current = frames
  }, [frames, jobs])
}
