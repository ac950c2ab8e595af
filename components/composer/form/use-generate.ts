import { useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Frames, readiness } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { useStore } from '@/lib/client/store'
import {
  type FormOutcome,
  type FormState,
  isRefusedInput,
  isSubmitting,
  type Submissions,
  type Uploads,
  useSubmissionNews,
} from '@/lib/client/submissions'
import type { Messages } from '@/lib/shared/messages/en'
import type { Submission } from '@/lib/shared/models'
import { loadChecks } from './resolver'
import type { Composer } from './use-composer'

const tokensOf = (frames: Frames): string => frames.map(({ token }) => token).join()

function uploadsOf(frames: Frames): Uploads {
  const tokens = tokensOf(frames)
  const state = readiness(frames)
  if (state.type === 'running') return { type: 'running', tokens }
  if (state.type === 'unusable') return { type: 'unusable', tokens, token: state.token }
  const images = frames.flatMap(({ upload, size, name }) =>
    upload.type === 'done'
      ? [{ id: upload.id, name, width: size?.width ?? 0, height: size?.height ?? 0 }]
      : [],
  )
  return { type: 'ready', tokens, images }
}

const SENTENCES = {
  submitted: 'sent',
  alreadySubmitting: 'alreadySending',
  imagesChanged: 'notSentChanged',
  imageUnusable: 'notSentImage',
  checksUnavailable: 'notSentBroken',
} as const satisfies Record<FormOutcome['type'], keyof Messages['composer']>

/** The note beside the button. A successful submission needs none: its card shows. */
function noteOf(messages: Messages['composer'], form: FormState): string | null {
  if (form.type === 'waitingForUploads') return messages.waitingForImages
  if (form.outcome === null || form.outcome.type === 'submitted') return null
  return messages[SENTENCES[form.outcome.type]]
}

export type Generate = {
  /** The outcome of the last press, or what it is waiting for; null if there is nothing to say. */
  note: string | null
  /** Waiting for uploads; can be cancelled. */
  waitingForUploads: boolean
  press: (submission: Submission) => void
  cancel: () => void
  /** Call when the validation code could not be loaded. */
  checksFailed: () => void
}

/** The parts of the form that a press changes. */
type Form = Pick<Composer, 'sent' | 'answered' | 'refuse'> & {
  frames: Pick<FramesControl, 'frames' | 'focusRemedy' | 'bringAnew'>
}

/**
 * The Generate button: waits for uploads, submits, and prepares the form for the next submission.
 * @param most number of images that the model accepts; any others stay in the form
 */
export function useGenerate(composer: Form, submissions: Submissions, most: number): Generate {
  const messages = useMessages('composer')
  const { focusRemedy, bringAnew } = composer.frames
  /** Photos uploaded a second time since the last press, so that none is over and over. */
  const broughtAnew = useRef(new Set<string>())
  const frames = useMemo(() => composer.frames.frames.slice(0, most), [composer.frames.frames, most])
  const { form } = useStore(submissions.state)
  /** Waits for `gone` to be uploading again, to submit then. */
  const [anew, setAnew] = useState<{ submission: Submission; tokens: string; gone: string[] } | null>(null)

  const reportUploads = useEffectEvent(() => {
    const outcome = submissions.uploadsChanged(uploadsOf(frames))
    if (!outcome) return
    announce(messages[SENTENCES[outcome.type]])
    if (outcome.type === 'imageUnusable') focusRemedy(outcome.token)
  })
  // Also runs when waiting begins, with the images of that moment: an upload that finished during validation
  // would otherwise be waited for forever.
  useLayoutEffect(() => {
    if (frames && form.type === 'waitingForUploads') reportUploads()
  }, [frames, form])

  /** Uploads what the server has lost meanwhile and submits again: nothing was created. */
  const refused = async (submission: Submission, problem: ProblemAnswer): Promise<void> => {
    const tokens = tokensOf(frames)
    const { goneIn } = await loadChecks()
    const gone = goneIn(problem, frames)
    if (!gone || gone.some(({ token }) => broughtAnew.current.has(token))) return composer.refuse(problem)
    for (const { token } of gone) broughtAnew.current.add(token)
    const brought = await Promise.all(gone.map(bringAnew))
    if (brought.includes(false)) return composer.refuse(problem)
    setAnew({ submission, tokens, gone: gone.map(({ token }) => token) })
  }
  const pressAnew = useEffectEvent((submission: Submission) => {
    setAnew(null)
    if (submissions.state.get().form.type !== 'idle') return // pressed by the user meanwhile
    submissions.press(submission, tokensOf(frames))
    announce(messages.waitingForImages)
  })
  // Only once the photos are seen to be on their way: until then they count as uploaded.
  useLayoutEffect(() => {
    if (!anew) return
    if (anew.tokens !== tokensOf(frames)) setAnew(null)
    else if (frames.every(({ token, upload }) => upload.type !== 'done' || !anew.gone.includes(token)))
      pressAnew(anew.submission)
  }, [frames, anew])

  useSubmissionNews(submissions, ({ type, entry }) => {
    if (type === 'submitted' && entry.from === 'form') {
      composer.sent()
    }
    if (type !== 'answered') return
    if (entry.phase.type === 'rejected' && isRefusedInput(entry))
      void refused(entry.submission, entry.phase.problem)
    else if (!isSubmitting(submissions.state.get())) composer.answered()
  })

  return {
    note: noteOf(messages, form),
    waitingForUploads: form.type === 'waitingForUploads',
    press(submission) {
      broughtAnew.current.clear()
      setAnew(null)
      submissions.press(submission, tokensOf(frames))
      if (readiness(frames).type === 'running') announce(messages.waitingForImages)
    },
    cancel: submissions.cancel,
    checksFailed() {
      submissions.checksFailed()
      announce(messages.notSentBroken)
    },
  }
}
