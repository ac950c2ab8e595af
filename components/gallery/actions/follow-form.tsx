import { type FormEvent, useRef, useState } from 'react'
import { useCardHandle } from '@/components/gallery/card/card-handle'
import { Button, Field, TextInput } from '@/components/ui'
import { generations } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { followEn } from '@/lib/shared/messages/en/follow'
import { followZh } from '@/lib/shared/messages/zh/follow'
import { parseTaskid } from '@/lib/shared/taskid'
import { useGenerationActions } from './generation-actions'
import { useRefusalText } from './use-refusal-text'

/**
 * Takes a taskid that the user looked up at the provider, where its answer was lost; also corrects one entered by
 * mistake.
 */
export function FollowForm({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const { article } = useCardHandle()
  const input = useRef<HTMLInputElement>(null)
  const refusalText = useRefusalText()
  const { label, unreadable, done, ...follow } = useMessages({ en: followEn, zh: followZh })
  const { hint, button } = generation.taskidEntered ? follow.correct : follow
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const taskid = parseTaskid(String(new FormData(form).get('taskid') ?? ''))
    if (taskid === null) return showError(unreadable)
    setBusy(true)
    const answer = await generations.follow(generation.id, taskid)
    setBusy(false)
    if (answer.type !== 'followed') {
      actions.refresh() // a lost answer, or another tab, may have had it followed
      return showError(await refusalText(answer))
    }
    article.current?.focus() // on a card, this form is about to unmount
    form.reset()
    setError(undefined)
    actions.upsert(answer.generation)
    announce(done)
  }

  const showError = (why: string) => {
    setError(why)
    announce(why)
    input.current?.focus()
  }

  return (
    <form onSubmit={submit} noValidate className="w-full max-w-96 pt-1 text-left">
      <Field label={label} hint={hint} error={error}>
        {(fieldProps) => (
          <div className="flex gap-2">
            <TextInput {...fieldProps} ref={input} name="taskid" spellCheck={false} autoCapitalize="off" />
            <Button type="submit" aria-busy={busy} className="shrink-0">
              {button}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
