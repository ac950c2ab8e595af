import { type Control, useWatch } from 'react-hook-form'
import { useMessages } from '@/lib/client/messages'
import { type Eta, etaFor, spanOf } from '@/lib/shared/eta'
import type { Fields, Submission } from '@/lib/shared/models'

/** How long videos with the chosen duration and resolution take on this server, as text. */
export function useEtaLine(control: Control<Fields, unknown, Submission>, times: readonly Eta[]) {
  const messages = useMessages()
  const [duration, resolution] = useWatch({ control, name: ['duration', 'resolution'] })
  const known = etaFor(times, { duration: Number(duration), resolution })
  return known ? messages.eta.here(spanOf(known)) : messages.composer.usual
}
