import { type FormEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Submission } from '@/lib/shared/models'
import { Advanced } from './advanced'
import { CollapsedBar } from './collapsed-bar'
import { FramesRow } from './frames-row'
import { GenerateBar } from './generate-bar'
import { PromptField } from './prompt-field'
import { loadChecks } from './resolver'
import { ShapeSettings } from './shape-settings'
import type { Composer as ComposerState } from './use-composer'
import { type Images, useSending } from './use-sending'

type Props = {
  composer: ComposerState
  /** Sends; `already`: an equal wish is on its way. */
  send: (submission: Submission, images: Images) => 'sent' | 'already'
  /** The answer to a press is still out. */
  underWay: boolean
  /** How many films are being made. */
  making: number
  /** How long films of the chosen settings usually take, in words. */
  waiting: string
}

const ADVANCED = ['seed', 'fps', 'execution_expires_after'] as const

/** The form. It stays as it is after sending, ready for the next variation. */
export function Composer({ composer, send, underWay, making, waiting }: Props) {
  const words = useWords().composer
  const { form, frames } = composer
  const details = useRef<HTMLDetailsElement>(null)
  const ratio = useWatch({ control: form.control, name: 'ratio' }) ?? 'adaptive'
  const [hasSent, setHasSent] = useState(false)
  const sending = useSending(frames, (submission, images) => {
    const outcome = send(submission, images)
    if (outcome === 'sent') {
      composer.sent()
      setHasSent(true)
    }
    return outcome
  })
  const answered = useEffectEvent(() => composer.answered())
  useEffect(() => {
    if (hasSent && !underWay) answered()
  }, [hasSent, underWay])

  const check = form.handleSubmit(sending.press, (errors) => {
    sending.cancel()
    if (details.current && ADVANCED.some((name) => errors[name])) details.current.open = true
    const [error] = Object.values(errors)
    if (error?.message) announce(error.message)
  })
  const submit = (event: FormEvent<HTMLFormElement>) => void check(event).catch(sending.broken)

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') return
    // What is pressed in a dialog that was opened from here is the dialog's.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    const oneLine = event.target instanceof HTMLInputElement && event.target.type === 'text'
    const generate = event.ctrlKey || event.metaKey
    if (oneLine || generate) event.preventDefault() // Enter in a number must not spend money
    if (generate && !event.repeat) event.currentTarget.requestSubmit()
  }

  return (
    <form
      aria-label={words.title}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      onFocus={() => void loadChecks().catch(() => {})} // here before Generate is pressed, if it can be had at all
      className="flex flex-col border-b lg:sticky lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:border-r lg:border-b-0"
    >
      {composer.collapsed && <CollapsedBar composer={composer} takeFocus={hasSent} />}
      <div className={composer.collapsed ? 'contents max-lg:hidden noscript:contents' : 'contents'}>
        <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-5 p-4 lg:overflow-y-auto lg:px-5">
          <PromptField composer={composer} />
          <FramesRow control={frames} ratio={ratio} onAdapt={composer.adapt} />
          <ShapeSettings composer={composer} />
          <Advanced composer={composer} details={details} />
        </div>
        <GenerateBar sending={sending} making={making} waiting={waiting} />
      </div>
    </form>
  )
}
