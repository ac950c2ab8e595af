import { type ReactNode, Suspense, useId } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui'
import { useApple } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { VARIATIONS } from '@/lib/shared/variations'
import type { Composer } from './use-composer'
import type { Generate } from './use-generate'

type Props = { composer: Composer; generate: Generate; making: number; eta: string; estimate: ReactNode }

/** How many to make, the Generate button, and the status below them. */
export function GenerateBar({ composer: { form, register }, generate, making, eta, estimate }: Props) {
  const messages = useMessages('composer')
  const apple = useApple()
  const id = useId()
  const { control } = form
  const error = useFormState({ control, name: 'count' }).errors.count?.message
  const count = useWatch({ control, name: 'count' })
  return (
    // With the gutter of the scrolling part above, so that the button ends where the fields end.
    <div className="grid shrink-0 gap-2 border-t bg-page p-4 lg:overflow-y-hidden lg:px-5 lg:[scrollbar-gutter:stable]">
      <div className="flex gap-3">
        <label className="flex items-center gap-2 whitespace-nowrap text-second text-sm">
          {messages.variations}
          <input
            type="number"
            min={VARIATIONS.min}
            max={VARIATIONS.max}
            aria-invalid={error !== undefined}
            aria-describedby={id}
            className="control h-12 w-14 pl-3 text-base text-text"
            {...register('count')}
          />
        </label>
        <Button
          variant="primary"
          type="submit"
          aria-busy={generate.waitingForUploads}
          // A double click must not submit twice.
          onClick={(event) => event.detail > 1 && event.preventDefault()}
        >
          {messages.generate}
          {!error && Number(count) > 1 && ` ×${count}`}
          <span
            aria-hidden="true"
            className="rounded-md border border-ink/40 px-1.5 text-xs max-lg:hidden pointer-coarse:hidden"
          >
            {apple ? '⌘ ⏎' : 'Ctrl ⏎'}
          </span>
        </Button>
      </div>
      <p className="min-h-5 text-second text-sm">
        <Suspense>{estimate}</Suspense>
      </p>
      <p className="flex min-h-5 flex-wrap justify-between gap-x-4 text-second text-sm">
        <span>
          {error ? (
            <span id={id} className="text-failure">
              {error}
            </span>
          ) : (
            generate.note || eta
          )}
          {generate.waitingForUploads && (
            <>
              {' '}
              <Button variant="link" onClick={generate.cancel}>
                {messages.dontSend}
              </Button>
            </>
          )}
        </span>
        {making > 0 && <span>{messages.making(making)}</span>}
      </p>
    </div>
  )
}
