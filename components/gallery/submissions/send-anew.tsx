import { useState } from 'react'
import { lazy } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Estimated } from '@/lib/shared/spend/estimate'

const ConfirmSendAgain = lazy(
  async () => (await import('@/components/layout/confirm-send-again')).ConfirmSendAgain,
)

type Props = {
  /** What is sent again; null when it can’t be read. */
  of: Estimated | null
  onSend: () => void
}

/** Resends what may already exist, after the user confirms that it may be paid twice. */
export function SendAnew({ of, onSend }: Props) {
  const [confirm, setConfirm] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setConfirm(true)}>
        {useMessages('decisions').sendAgain}
      </Button>
      {confirm && <ConfirmSendAgain of={of} onYes={onSend} onClose={() => setConfirm(false)} />}
    </>
  )
}
