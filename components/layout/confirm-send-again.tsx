import { useMessages } from '@/lib/client/messages'
import { confirmEn } from '@/lib/shared/messages/en/confirm'
import { confirmZh } from '@/lib/shared/messages/zh/confirm'
import { Confirm } from './confirm-dialog'

type Props = { onYes: () => void; onClose: () => void }

/** Confirms resending something that may already have been created. */
export function ConfirmSendAgain({ onYes, onClose }: Props) {
  const { sendAgain } = useMessages({ en: confirmEn, zh: confirmZh })
  return <Confirm {...sendAgain} yes={useMessages('decisions').sendAgain} onYes={onYes} onClose={onClose} />
}
