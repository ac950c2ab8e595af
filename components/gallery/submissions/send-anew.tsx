import { useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

const ConfirmSendAgain = lazy(
  async () => (await import('@/components/layout/confirm-send-again')).ConfirmSendAgain,
)

/** Resends what may already exist, after the user confirms that it may be paid twice. */
export function SendAnew({ onSend }: { onSend: () => void }) {
  const [confirm, setConfirm] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setConfirm(true)}>
        {useMessages('decisions').sendAgain}
      </Button>
      {confirm && <ConfirmSendAgain onYes={onSend} onClose={() => setConfirm(false)} />}
    </>
  )
}
