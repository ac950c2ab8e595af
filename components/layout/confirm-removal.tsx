import { useMessages } from '@/lib/client/messages'
import type { Deletion } from '@/lib/shared/deletion'
import { confirmEn } from '@/lib/shared/messages/en/confirm'
import { confirmZh } from '@/lib/shared/messages/zh/confirm'
import { Confirm } from './confirm-dialog'

type Props = { of: Deletion; onYes: () => void; onClose: () => void }

/** Confirms a deletion that cannot be undone, or of something that may still be billed. */
export function ConfirmRemoval({ of, onYes, onClose }: Props) {
  const { remove } = useMessages({ en: confirmEn, zh: confirmZh })
  return (
    <Confirm {...remove[of]} yes={useMessages('decisions').remove.button} onYes={onYes} onClose={onClose} />
  )
}
