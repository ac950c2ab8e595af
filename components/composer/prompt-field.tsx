import { useId } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { useWords } from '@/lib/client/words'
import { PROMPT_LIMIT, promptLength } from '@/lib/shared/seedance'
import type { Composer } from './use-composer'

/** The prompt. Nothing is cut off: a text that is too long stays, and it is said by how much. */
export function PromptField({ composer: { form, register } }: { composer: Composer }) {
  const words = useWords()
  const id = useId()
  const length = promptLength(useWatch({ control: form.control, name: 'prompt' }))
  const { errors } = useFormState({ control: form.control, name: 'prompt' })
  const tooLong = length > PROMPT_LIMIT
  const error = tooLong
    ? words.reasons.too_long({ is: 'too_long', field: 'prompt', length, limit: PROMPT_LIMIT })
    : errors.prompt?.message
  return (
    <div>
      <label htmlFor={id} className="block pb-1.5 text-second text-sm">
        {words.composer.prompt}
      </label>
      <div className="control has-[textarea:focus-visible]:outline-2 has-[textarea:focus-visible]:outline-mark has-[textarea:focus-visible]:outline-offset-2">
        <textarea
          {...register('prompt')}
          id={id}
          rows={4}
          placeholder={words.composer.promptExample}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error ${id}-count`}
          className="field-sizing-content block max-h-96 min-h-28 w-full resize-none px-3.5 pt-3 text-base outline-none"
        />
        <p
          id={`${id}-count`}
          className={`px-3.5 pb-2.5 text-right text-xs tabular-nums ${tooLong ? 'text-failure' : 'text-faint'}`}
        >
          {words.composer.count(length, PROMPT_LIMIT)}
        </p>
      </div>
      <p id={`${id}-error`} className="text-failure text-sm not-empty:pt-1.5">
        {error}
      </p>
    </div>
  )
}
