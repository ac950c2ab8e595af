import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { lazy } from '@/components/layout/lazy'
import { needed } from '@/components/layout/needed'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Submissions } from '@/lib/client/submissions'
import { DEFAULT_MODEL, findModel } from '@/lib/shared/models'
import { Advanced } from './form/advanced'
import { advancedOf } from './form/advanced-fields'
import { GenerateBar } from './form/generate-bar'
import { PromptField } from './form/prompt-field'
import { loadChecks } from './form/resolver'
import { ShapeSettings } from './form/shape-settings'
import type { Composer as ComposerState } from './form/use-composer'
import { useGenerate } from './form/use-generate'
import { FramesRow } from './frames/row'

const PresetsDialog = lazy(async () => (await import('./presets/presets-dialog')).PresetsDialog)
/** Nobody asks what it costs before the form is touched. */
const EstimateLine = needed(async () => (await import('./form/estimate-line')).EstimateLine)

type Props = {
  composer: ComposerState
  submissions: Submissions
  /** Number of active generations. */
  making: number
  /** How long videos with these settings usually take, as text. */
  eta: string
}

/** The form. It keeps its content after submitting, ready for the next variation. */
export function Composer({ composer, submissions, making, eta }: Props) {
  const messages = useMessages('composer')
  const { form, frames } = composer
  const [presets, setPresets] = useState(false)
  const details = useRef<HTMLDetailsElement>(null)
  const [touched, setTouched] = useState(false)
  const [ratio = 'adaptive', model = DEFAULT_MODEL] = useWatch({
    control: form.control,
    name: ['ratio', 'model'],
  })
  const generate = useGenerate(composer, submissions, findModel(model)?.images ?? 0)

  const check = form.handleSubmit(generate.press, (errors) => {
    generate.cancel()
    if (details.current && advancedOf(form.getValues('model')).some(([name]) => errors[name]))
      details.current.open = true
    const [error] = Object.values(errors)
    if (error?.message) announce(error.message)
  })
  const submit = (event: FormEvent<HTMLFormElement>) => void check(event).catch(generate.checksFailed)

  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter') return
    // Events bubble here through portals: keys pressed in a dialog belong to the dialog.
    if (!(event.target instanceof Node) || !event.currentTarget.contains(event.target)) return
    const oneLine = event.target instanceof HTMLInputElement && event.target.type !== 'file'
    const sends = event.ctrlKey || event.metaKey
    if (oneLine || sends) event.preventDefault() // Enter in a number must not spend money
    if (sends && !event.repeat) event.currentTarget.requestSubmit()
  }

  return (
    <>
      <form
        aria-label={messages.title}
        noValidate
        onSubmit={submit}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setTouched(true)
          void loadChecks().catch(() => {}) // preload, so that it is there when Generate is pressed; failure shows up then
        }}
        className="flex flex-col border-b lg:sticky lg:top-14 lg:h-[calc(100dvh-3.5rem)] lg:border-r lg:border-b-0"
      >
        <div className={composer.collapsed ? 'contents max-lg:hidden noscript:contents' : 'contents'}>
          <div className="grid flex-1 grid-cols-[minmax(0,1fr)] content-start gap-5 p-4 lg:overflow-y-auto lg:px-5 lg:[scrollbar-gutter:stable]">
            <PromptField composer={composer} onPresets={() => setPresets(true)} />
            <FramesRow control={frames} model={model} ratio={ratio} onAdapt={composer.adapt} />
            <ShapeSettings composer={composer} />
            <Advanced composer={composer} details={details} />
          </div>
          <GenerateBar
            composer={composer}
            generate={generate}
            making={making}
            eta={eta}
            estimate={touched && <EstimateLine control={form.control} />}
          />
        </div>
      </form>
      {/* Beside the form, since it has forms of its own. */}
      {presets && <PresetsDialog composer={composer} onClose={() => setPresets(false)} />}
    </>
  )
}
