import { useState } from 'react'
import { late } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/messages'

const AskSendAgain = late(async () => (await import('@/components/layout/confirm-send-again')).AskSendAgain)

/** Sends once more what may have been created already; a person says so knowing that it may be paid twice. */
export function SendAnew({ onSend }: { onSend: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {useWords().decisions.sendAgain}
      </Button>
      {asking && <AskSendAgain onYes={onSend} onClose={() => setAsking(false)} />}
    </>
  )
}
