import { Button } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useLateWords } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'

/** Says that sound is off where it is wanted, and turns it on. */
export function SoundOffer({ text, onSound }: { text: string; onSound: () => void }) {
  const words = useLateWords({ en: promptHelpEn, zh: promptHelpZh })
  const press = () => {
    onSound()
    announce(words.soundIsOn)
  }
  return (
    <p className="text-second text-sm">
      {text}{' '}
      <Button look="link" onClick={press}>
        {words.soundOn}
      </Button>
    </p>
  )
}
