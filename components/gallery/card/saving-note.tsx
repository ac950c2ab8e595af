import type { ReactNode } from 'react'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { FAILURES } from '@/lib/shared/messages/failures'
import { savingWaitsText } from './failure-text'

type Props = { failure: Generation['failure']; usual: ReactNode }

/** Why a video that is made is not here yet; what is usually said while nothing is known to keep it. */
export function SavingNote({ failure, usual }: Props) {
  return savingWaitsText(useMessages(FAILURES), failure) ?? usual
}
