import { type Control, useWatch } from 'react-hook-form'
import { useWords } from '@/lib/client/words'
import type { Fields, Submission } from '@/lib/shared/models'
import { spanOf, type Waiting, waitingFor } from '@/lib/shared/waiting'

/** How long films of the chosen duration and resolution take on this studio, in words. */
export function useWaitingLine(control: Control<Fields, unknown, Submission>, times: readonly Waiting[]) {
  const words = useWords()
  const [duration, resolution] = useWatch({ control, name: ['duration', 'resolution'] })
  const known = waitingFor(times, { duration: Number(duration), resolution })
  return known ? words.waiting.here(spanOf(known)) : words.composer.usual
}
