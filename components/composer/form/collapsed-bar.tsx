import { useLayoutEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { Icon, useHydrated } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Composer } from './use-composer'

type Props = {
  composer: Composer
  /** The focused element was hidden with the form. */
  takeFocus: boolean
}

/** Stands in for the form while that is collapsed in favour of the videos (narrow screens). */
export function CollapsedBar({ composer, takeFocus }: Props) {
  const messages = useMessages('composer')
  const hydrated = useHydrated()
  const prompt = useWatch({ control: composer.form.control, name: 'prompt' })
  const bar = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (takeFocus) bar.current?.focus()
  }, [takeFocus])
  return (
    <button
      type="button"
      ref={bar}
      disabled={!hydrated}
      onClick={composer.open}
      className="flex min-h-14 w-full items-center gap-3 px-4 text-left text-sm lg:hidden noscript:hidden"
    >
      <Icon name="plus" className="text-mark" />
      <span className="shrink-0 font-medium">{messages.title}</span>
      <span className="truncate text-faint">{prompt}</span>
      <Icon name="chevron" className="ml-auto text-second" />
    </button>
  )
}
