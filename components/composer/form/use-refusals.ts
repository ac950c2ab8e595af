import { useEffect, useEffectEvent, useRef } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { FramesControl } from '@/components/composer/frames/use-frames'
import type { ProblemAnswer } from '@/lib/client/api'
import type { Messages } from '@/lib/shared/messages/en'
import type { Locale } from '@/lib/shared/messages/locale'
import type { Fields, Submission } from '@/lib/shared/models'
import type { FieldReason } from '@/lib/shared/reason'
import { loadChecks } from './resolver'

/** Shows at the fields and images what the server refused, and translates it again when the language changes. */
export function useRefusals(
  form: UseFormReturn<Fields, unknown, Submission>,
  frames: FramesControl,
  messages: Messages,
  locale: Locale,
): (problem: ProblemAnswer) => Promise<void> {
  const refused = useRef<FieldReason[]>([])
  const before = useRef(messages)

  const showAgain = useEffectEvent(async () => {
    if (before.current === messages) return
    before.current = messages
    const { showAgain } = await loadChecks()
    showAgain(form, refused.current, { messages, locale })
  })
  useEffect(() => {
    if (messages) showAgain().catch(() => {}) // then they stay in the other language
  }, [messages])

  return async (problem) => {
    const { showRefusals } = await loadChecks()
    refused.current = showRefusals(problem, { form, frames, messages, locale })
  }
}
