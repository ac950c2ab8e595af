import { useLateWords, useWords } from '@/lib/client/words'
import { askingEn } from '@/lib/shared/words/asking-en'
import { askingZh } from '@/lib/shared/words/asking-zh'
import { Confirm } from './confirm'

type Props = { onYes: () => void; onClose: () => void }

/** Asks before something is sent once more that may have been created already. */
export function AskSendAgain({ onYes, onClose }: Props) {
  const { sendAgain } = useLateWords({ en: askingEn, zh: askingZh })
  return <Confirm {...sendAgain} yes={useWords().decisions.sendAgain} onYes={onYes} onClose={onClose} />
}
