import { useEffect, useEffectEvent } from 'react'
import { useWatch } from 'react-hook-form'
import { Button } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { ADVANCED, AdvancedField } from './advanced-field'
import { advancedOf } from './advanced-fields'
import type { Composer } from './use-composer'

/** The content of Advanced. */
export function AdvancedFieldset({ composer }: { composer: Composer }) {
  const { advanced } = useMessages('composer')
  const messages = useMessages(ADVANCED)
  const { form } = composer
  const offered = advancedOf(useWatch({ control: form.control, name: 'model' }))
  const isFlag = ([, { type }]: (typeof offered)[number]) => type === 'flag'
  const flags = offered.filter(isFlag)
  const rest = offered.filter((one) => !isFlag(one))

  // Validation may have failed before these fields were mounted.
  const goToError = useEffectEvent(() => {
    const [wrong] = offered.find(([name]) => form.getFieldState(name).error) ?? []
    if (wrong) form.setFocus(wrong)
  })
  useEffect(() => goToError(), [])

  return (
    <fieldset aria-label={advanced} className="grid gap-4 pt-1 pb-2">
      <div>
        {flags.map(([name, parameter]) => (
          <AdvancedField key={name} {...{ composer, name, parameter }} />
        ))}
      </div>
      {rest.map(([name, parameter]) => (
        <AdvancedField key={name} {...{ composer, name, parameter }} />
      ))}
      <Button
        onClick={() => {
          composer.resetSettings()
          announce(messages.resetDone)
        }}
        className="justify-self-start"
      >
        {messages.reset}
      </Button>
    </fieldset>
  )
}
