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

/** What stands beside the button. That something was sent is plain to see there: its card. */
function noteOf(messages: Messages['composer'], form: FormState): string | null {
  if (form.type === 'waitingForUploads') return messages.waitingForImages
  if (form.outcome === null || form.outcome.type === 'submitted') return null
  return messages[SENTENCES[form.outcome.type]]
}

export type Generate = {
  /** What became of the last press, or what it waits for; null when there is nothing to say. */
  note: string | null
  /** It waits for images that are on their way, and may be cancelled. */
  waitingForUploads: boolean
  /** Something was sent from this page. */
  hasSent: boolean
  press: (submission: Submission) => void
  cancel: () => void
  /** What checks the form could not be loaded. */
  checksFailed: () => void
}

/** What of the form is put in order around a press. */
type Form = Pick<Composer, 'sent' | 'answered' | 'refuse'> & {
  frames: Pick<FramesControl, 'frames' | 'focusRemedy'>
}

/**
 * The press on Generate, as the form sees it: it waits for images, and puts the form in order for the next one.
 * @param most images that the chosen model takes; others stay in the form
 */
export function useGenerate(composer: Form, submissions: Submissions, most: number): Generate {
  const messages = useMessages('composer')
  const { focusRemedy } = composer.frames
  const frames = useMemo(() => composer.frames.frames.slice(0, most), [composer.frames.frames, most])
  const { form } = useStore(submissions.state)
  const [hasSent, setHasSent] = useState(false)

  const tellUploads = useEffectEvent(() => {
    const outcome = submissions.uploadsChanged(uploadsOf(frames))
    if (!outcome) return
    announce(messages[SENTENCES[outcome.type]])
    if (outcome.type === 'imageUnusable') focusRemedy(outcome.token)
  })
  // The images as they are when the form has been checked, not as they were when it was pressed: one that arrived
  // meanwhile would be waited for without end.
  useLayoutEffect(() => {
    if (frames && form.type === 'waitingForUploads') tellUploads()
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
