import { useMessages } from '@/lib/client/messages'
import { useEstimate } from '@/lib/client/spend/use-estimate'
import { confirmEn } from '@/lib/shared/messages/en/confirm'
import { estimateEn } from '@/lib/shared/messages/en/estimate'
import { confirmZh } from '@/lib/shared/messages/zh/confirm'
import { estimateZh } from '@/lib/shared/messages/zh/estimate'
import type { Estimated } from '@/lib/shared/spend/estimate'
import { Confirm } from './confirm-dialog'

type Props = {
  /** What sends again, for the estimate; null when it can’t be read. */
  of: Estimated | null
  onYes: () => void
  onClose: () => void
}

/** Confirms resending something that may already have been created. */
export function ConfirmSendAgain({ of, onYes, onClose }: Props) {
  const { sendAgain } = useMessages({ en: confirmEn, zh: confirmZh })
  const { again } = useMessages({ en: estimateEn, zh: estimateZh })
  const line = useEstimate(of)
  const yes = useMessages('decisions').sendAgain
  return (
    <Confirm {...sendAgain} yes={yes} onYes={onYes} onClose={onClose}>
      <p className="min-h-5 pt-3 text-second text-sm">{line && again(line)}</p>
    </Confirm>
  )
}
