import { type Control, useWatch } from 'react-hook-form'
import { useWords } from '@/lib/client/messages'
import { spanOf, type Waiting, waitingFor } from '@/lib/shared/eta'
import type { Fields, Submission } from '@/lib/shared/models'

/** How long films of the chosen duration and resolution take on this studio, in words. */
export function useWaitingLine(control: Control<Fields, unknown, Submission>, times: readonly Waiting[]) {
  const words = useWords()
  const [duration, resolution] = useWatch({ control, name: ['duration', 'resolution'] })
  const known = waitingFor(times, { duration: Number(duration), resolution })
  return known ? words.waiting.here(spanOf(known)) : words.composer.usual
}
