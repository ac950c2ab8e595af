import { useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { type Frames, readiness } from '@/components/composer/frames/frames'
import type { FramesControl } from '@/components/composer/frames/use-frames'
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
  /** Whether anything has been submitted since the page loaded. */
  hasSent: boolean
  press: (submission: Submission) => void
  cancel: () => void
  /** Call when the validation code could not be loaded. */
  checksFailed: () => void
}

/** The parts of the form that a press changes. */
type Form = Pick<Composer, 'sent' | 'answered' | 'refuse'> & {
  frames: Pick<FramesControl, 'frames' | 'focusRemedy'>
}

/**
 * The Generate button: waits for uploads, submits, and prepares the form for the next submission.
 * @param most number of images that the model accepts; any others stay in the form
 */
export function useGenerate(composer: Form, submissions: Submissions, most: number): Generate {
  const messages = useMessages('composer')
  const { focusRemedy } = composer.frames
  const frames = useMemo(() => composer.frames.frames.slice(0, most), [composer.frames.frames, most])
  const { form } = useStore(submissions.state)
  const [hasSent, setHasSent] = useState(false)

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

  useSubmissionNews(submissions, ({ type, entry }) => {
    if (type === 'submitted' && entry.from === 'form') {
      composer.sent()
      setHasSent(true)
    }
    if (type !== 'answered') return
    if (entry.phase.type === 'rejected' && isRefusedInput(entry)) composer.refuse(entry.phase.problem)
    else if (!isSubmitting(submissions.state.get())) composer.answered()
  })

  return {
    note: noteOf(messages, form),
    waitingForUploads: form.type === 'waitingForUploads',
    hasSent,
    press(submission) {
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
