import type { RefObject } from 'react'
import { useWatch } from 'react-hook-form'
import { Button, Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { AdvancedField } from './advanced-field'
import { advancedOf } from './advanced-fields'
import { AdvancedSummary } from './advanced-summary'
import type { Composer } from './use-composer'

type Props = { composer: Composer; details: RefObject<HTMLDetailsElement | null> }

/** The rarely used settings. Collapsed, it sums up what differs from the defaults. */
export function Advanced({ composer, details }: Props) {
  const messages = useMessages('composer')
  const offered = advancedOf(useWatch({ control: composer.form.control, name: 'model' }))
  const isFlag = ([, { type }]: (typeof offered)[number]) => type === 'flag'
  const flags = offered.filter(isFlag)
  const rest = offered.filter((one) => !isFlag(one))
  return (
    <details ref={details} className="group border-t">
      <summary className="flex min-h-12 list-none items-center gap-2 rounded text-second text-sm hover:text-text [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="-rotate-90 group-open:rotate-0" />
        <span>{messages.advanced}</span>
        <AdvancedSummary composer={composer} />
      </summary>
      <fieldset aria-label={messages.advanced} className="grid gap-4 pt-1 pb-2">
        <div>
          {flags.map(([name, parameter]) => (
            <AdvancedField key={name} {...{ composer, name, parameter }} />
          ))}
        </div>
        {rest.map(([name, parameter]) => (
          <AdvancedField key={name} {...{ composer, name, parameter }} />
        ))}
        <Button onClick={composer.resetSettings} className="justify-self-start">
          {messages.reset}
        </Button>
      </fieldset>
    </details>
  )
}
