import { useLayoutEffect, useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { Icon, useAlive } from '@/components/ui'
import { useWords } from '@/lib/client/messages'
import type { Composer } from './use-composer'

type Props = {
  composer: Composer
  /** What had the focus went out of sight with the form. */
  takeFocus: boolean
}

/** In place of the form where it has made room for the films. */
export function CollapsedBar({ composer, takeFocus }: Props) {
  const words = useWords().composer
  const alive = useAlive()
  const prompt = useWatch({ control: composer.form.control, name: 'prompt' })
  const bar = useRef<HTMLButtonElement>(null)
  useLayoutEffect(() => {
    if (takeFocus) bar.current?.focus()
  }, [takeFocus])
  return (
    <button
      type="button"
      ref={bar}
      disabled={!alive}
      onClick={composer.open}
      className="flex min-h-14 w-full items-center gap-3 px-4 text-left text-sm lg:hidden noscript:hidden"
    >
      <Icon name="plus" className="text-mark" />
      <span className="shrink-0 font-medium">{words.title}</span>
      <span className="truncate text-faint">{prompt}</span>
      <Icon name="chevron" className="ml-auto text-second" />
    </button>
  )
}
