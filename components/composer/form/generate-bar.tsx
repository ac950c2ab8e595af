import { Button } from '@/components/ui'
import { useApple } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import type { Generate } from './use-generate'

type Props = { generate: Generate; making: number; eta: string }

/** The Generate button, and the status beside it. */
export function GenerateBar({ generate, making, eta }: Props) {
  const messages = useMessages('composer')
  const apple = useApple()
  return (
    // With the gutter of the scrolling part above, so that the button ends where the fields end.
    <div className="grid shrink-0 gap-2 border-t bg-page p-4 lg:overflow-y-hidden lg:px-5 lg:[scrollbar-gutter:stable]">
      <Button
        variant="primary"
        type="submit"
        aria-busy={generate.waitingForUploads}
        // A double click must not submit twice.
        onClick={(event) => event.detail > 1 && event.preventDefault()}
      >
        {messages.generate}
        <span
          aria-hidden="true"
          className="rounded-md border border-ink/40 px-1.5 text-xs max-lg:hidden pointer-coarse:hidden"
        >
          {apple ? '⌘ ⏎' : 'Ctrl ⏎'}
        </span>
      </Button>
      <p className="flex min-h-5 flex-wrap justify-between gap-x-4 text-second text-sm">
        <span>
          {generate.note || eta}
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
