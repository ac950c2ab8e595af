import { type RefObject, useEffect, useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { AdvancedSummary } from './advanced-summary'
import type { Composer } from './use-composer'

const AdvancedFieldset = lazy(async () => (await import('./advanced-fieldset')).AdvancedFieldset)

type Props = { composer: Composer; details: RefObject<HTMLDetailsElement | null> }

/** The less used parameters, loaded when first opened. Closed, it lists what differs from the defaults. */
export function Advanced({ composer, details }: Props) {
  const messages = useMessages('composer')
  const [opened, setOpened] = useState(false)
  useEffect(() => setOpened(details.current?.open ?? false), [details]) // opened before hydration
  const close = () => {
    setOpened(false)
    if (details.current) details.current.open = false
  }
  return (
    <details
      ref={details}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
      className="group border-t"
    >
      <summary className="flex min-h-12 list-none items-center gap-2 rounded text-second text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-rotate-90 group-open:rotate-0" />
        <span>{messages.advanced}</span>
        <AdvancedSummary composer={composer} />
      </summary>
      {opened && <AdvancedFieldset composer={composer} onClose={close} />}
    </details>
  )
}
