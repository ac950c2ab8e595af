import { useState } from 'react'
import { Button } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import { Confirm } from './confirm'

/** Sends once more what may have been created already; a person says so knowing that it may be paid twice. */
export function SendAnew({ onSend }: { onSend: () => void }) {
  const { title, text, yes } = useWords().decisions.sendAgain
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {yes}
      </Button>
      {asking && (
        <Confirm
          title={title}
          text={text}
          yes={yes}
          onClose={() => setAsking(false)}
          onYes={(close) => {
            close()
            onSend()
          }}
        />
      )}
    </>
  )
}
