import { useLateWords, useWords } from '@/lib/client/messages'
import type { Deletion } from '@/lib/shared/deletion'
import { askingEn } from '@/lib/shared/messages/en/confirm'
import { askingZh } from '@/lib/shared/messages/zh/confirm'
import { Confirm } from './confirm-dialog'

type Props = { of: Deletion; onYes: () => void; onClose: () => void }

/** Asks before something is deleted that cannot be brought back, or may be billed all the same. */
export function AskRemoval({ of, onYes, onClose }: Props) {
  const { remove } = useLateWords({ en: askingEn, zh: askingZh })
  return <Confirm {...remove[of]} yes={useWords().decisions.remove.button} onYes={onYes} onClose={onClose} />
}
