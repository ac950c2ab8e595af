import { useId, useRef, useState } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { PromptHints, PromptTools, type Tool, useDismiss } from '@/components/composer/prompt-help'
import { lazy } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { DEFAULT_MODEL, parametersOf } from '@/lib/shared/models'
import { PROMPT_LIMIT, promptLength } from '@/lib/shared/prompt'
import type { Composer } from './use-composer'

const PromptPanel = lazy(
  async () => (await import('@/components/composer/prompt-help/prompt-panel')).PromptPanel,
)

/** The prompt. Text over the limit is kept, with a message saying how long it is. */
export function PromptField({ composer, onPresets }: { composer: Composer; onPresets: () => void }) {
  const messages = useMessages()
  const id = useId()
  const { form, frames, register } = composer
  const { ref, ...field } = register('prompt')
  const area = useRef<HTMLTextAreaElement | null>(null)
  const slot = useRef<HTMLDivElement>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const [tool, setTool] = useState<Tool | null>(null)
  const [prompt, sound, model = DEFAULT_MODEL] = useWatch({
    control: form.control,
    name: ['prompt', 'generate_audio', 'model'],
  })
  const { errors } = useFormState({ control: form.control, name: 'prompt' })

  const length = promptLength(prompt)
  const tooLong = length > PROMPT_LIMIT
  const error = tooLong ? messages.composer.tooLong(length, PROMPT_LIMIT) : errors.prompt?.message
  const onSound =
    sound === '1' || !('generate_audio' in parametersOf(model))
      ? undefined
      : () => {
          composer.turnSoundOn()
          area.current?.focus() // the button that was pressed is about to unmount
        }

  useDismiss(slot, tool !== null, (escapedFrom) => {
    if (escapedFrom && escapedFrom !== area.current) opener.current?.focus()
    setTool(null)
  })

  return (
    <div ref={slot}>
      <div className="flex items-baseline justify-between gap-2 pb-1.5">
        <label htmlFor={id} className="text-second text-sm">
          {messages.composer.prompt}
        </label>
        <Button
          variant="link"
          aria-haspopup="dialog"
          onClick={onPresets}
          className="relative mr-auto text-sm after:absolute after:-inset-x-2 after:-inset-y-3"
        >
          {messages.composer.presets}
        </Button>
        <p
          id={`${id}-count`}
          className={`whitespace-nowrap text-xs tabular-nums ${tooLong ? 'text-failure' : 'text-faint'}`}
        >
          {messages.composer.count(length, PROMPT_LIMIT)}
        </p>
      </div>
      <div className="control writing no-has:focus-within:border-mark">
        <textarea
          {...field}
          ref={(element) => {
            area.current = element
            ref(element)
          }}
          id={id}
          rows={4}
          placeholder={messages.composer.promptExample}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error ${id}-count`}
          className="field-sizing-content block max-h-96 min-h-22 w-full resize-none px-3.5 pt-3 pb-1 text-base outline-none"
        />
        <div className="flex flex-wrap gap-x-1 px-1.5 pb-1 sm:gap-x-1.5">
          <PromptTools open={tool} onOpen={setTool} opener={opener} panel={`${id}-panel`} />
        </div>
      </div>
      <p id={`${id}-error`} className="text-failure text-sm not-empty:pt-1.5">
        {error}
      </p>
      <PromptHints
        prompt={prompt}
        images={frames.frames.length}
        onSound={onSound}
        soundOffered={tool === 'sound'}
        onGone={() => area.current?.focus()}
      />
      {tool && (
        // Takes up no room, so that photos, ratio and the hints above stay where they are.
        <div className="relative z-10">
          <PromptPanel
            id={`${id}-panel`}
            images={frames.frames.length}
            onClose={() => setTool(null)}
            {...{ tool, area, prompt, onSound }}
          />
        </div>
      )}
    </div>
  )
}
