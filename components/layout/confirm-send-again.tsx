import { useLateWords, useWords } from '@/lib/client/messages'
import { askingEn } from '@/lib/shared/messages/en/confirm'
import { askingZh } from '@/lib/shared/messages/zh/confirm'
import { Confirm } from './confirm-dialog'

type Props = { onYes: () => void; onClose: () => void }

/** Asks before something is sent once more that may have been created already. */
export function AskSendAgain({ onYes, onClose }: Props) {
  const { sendAgain } = useLateWords({ en: askingEn, zh: askingZh })
  return <Confirm {...sendAgain} yes={useWords().decisions.sendAgain} onYes={onYes} onClose={onClose} />
}
