import { useMessages } from '@/lib/client/messages'
import { confirmEn } from '@/lib/shared/messages/en/confirm'
import { confirmZh } from '@/lib/shared/messages/zh/confirm'
import { Confirm } from './confirm-dialog'

type Props = { onYes: () => void; onClose: () => void }

/** Asks before something is sent once more that may have been created already. */
export function ConfirmSendAgain({ onYes, onClose }: Props) {
  const { sendAgain } = useMessages({ en: confirmEn, zh: confirmZh })
  return <Confirm {...sendAgain} yes={useMessages('decisions').sendAgain} onYes={onYes} onClose={onClose} />
}
