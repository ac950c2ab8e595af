import { useEffect, useEffectEvent, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { ProblemAnswer } from '@/lib/client/api'
import type { Fields, Submission } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import type { Words } from '@/lib/shared/words/en'
import { FIELD_NAMES, REFUSED, refuseInput } from './refuse'
import { sayFieldReason } from './say-problem'
import type { FramesControl } from './use-frames'

/** Says what the server did not take. What stands there is said anew when the reader changes the language. */
export function useRefusals(
  form: UseFormReturn<Fields, unknown, Submission>,
  frames: FramesControl,
  words: Words,
) {
  const refused = useRef<FieldReason[]>([])

  const sayAgain = useEffectEvent(() => {
    for (const name of FIELD_NAMES) {
      const { error } = form.getFieldState(name)
      const reason = refused.current.find(({ field }) => field === name)
      if (error?.type === REFUSED && reason) {
        form.setError(name, { type: REFUSED, message: sayFieldReason(words, reason) })
      } else if (error) void form.trigger(name)
    }
  })
  useEffect(() => {
    if (words) sayAgain()
  }, [words])

  return (problem: ProblemAnswer) => {
    refused.current = refuseInput(words, problem, frames, form.setError)
  }
}
