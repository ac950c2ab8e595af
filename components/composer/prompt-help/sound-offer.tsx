import { Button } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'
import { promptHelpEn } from '@/lib/shared/messages/en/prompt-help'
import { promptHelpZh } from '@/lib/shared/messages/zh/prompt-help'

/** Says that sound is off although the prompt needs it, with a button that turns it on. */
export function SoundOffer({ text, onSound }: { text: string; onSound: () => void }) {
  const messages = useMessages({ en: promptHelpEn, zh: promptHelpZh })
  const press = () => {
    onSound()
    announce(messages.soundIsOn)
  }
  return (
    <p className="text-second text-sm">
      {text}{' '}
      <Button variant="link" onClick={press}>
        {messages.soundOn}
      </Button>
    </p>
  )
}
