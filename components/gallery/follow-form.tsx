import { type FormEvent, useState } from 'react'
import { Button, Field, TextInput } from '@/components/ui'
import { generations } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { parseTaskId } from './decide'
import type { Deeds } from './deeds'
import { sayRefused } from './say-failure'

type Props = { generation: Generation; deeds: Pick<Deeds, 'adopt' | 'follows' | 'refresh'> }

/** For a lost answer whose task a person found at the provider. */
export function FollowForm({ generation, deeds }: Props) {
  const words = useWords()
  const { label, hint, button, unreadable, already, done } = words.decisions.follow
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const taskid = parseTaskId(String(new FormData(form).get('taskid') ?? ''))
    if (taskid === null) return complain(form, unreadable)
    setBusy(true)
    const answer = await generations.follow(generation.id, taskid)
    setBusy(false)
    if (answer.is !== 'followed') {
      deeds.refresh() // a lost answer, or another tab, may have had it followed
      const known =
        answer.is === 'problem' && answer.problem.code === 'invalid_input' && deeds.follows(taskid)
      return complain(form, known ? already : sayRefused(words, answer))
    }
    form.closest('article')?.focus() // this form goes
    deeds.adopt(answer.generation)
    announce(done)
  }

  const complain = (form: HTMLFormElement, why: string) => {
    setError(why)
    announce(why)
    form.querySelector('input')?.focus()
  }

  return (
    <form onSubmit={submit} noValidate className="w-full max-w-96 pt-1 text-left">
      <Field label={label} hint={hint} error={error}>
        {(ties) => (
          <div className="flex gap-2">
            <TextInput {...ties} name="taskid" spellCheck={false} autoCapitalize="off" />
            <Button type="submit" aria-busy={busy} className="shrink-0">
              {button}
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}
