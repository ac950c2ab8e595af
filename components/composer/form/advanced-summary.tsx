import { useWatch } from 'react-hook-form'
import { useMessages } from '@/lib/client/messages'
import { defaultField } from '@/lib/shared/models'
import { advancedOf } from './advanced-fields'
import type { Composer } from './use-composer'

/** A short list of what differs from the defaults. */
export function AdvancedSummary({ composer: { form } }: { composer: Composer }) {
  const messages = useMessages('parameters')
  const fields = useWatch({ control: form.control })
  const changes = advancedOf(fields.model).flatMap(([name, parameter]) => {
    const field = fields[name]
    if (!field || field === defaultField(parameter)) return []
    const { label, changed } = messages[name]
    return [changed ? changed(field) : label]
  })
  return <span className="ml-auto truncate text-faint">{changes.join(' · ')}</span>
}
