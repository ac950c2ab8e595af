import { useState } from 'react'
import { IconButton } from '@/components/ui'
import { generations } from '@/lib/client/api'
import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import { Confirm } from './confirm'
import { goToFilms } from './go-to-films'
import { sayRefused } from './say-failure'

type Props = {
  id: string
  /** What the person is asked. */
  ask: { title: string; text: string }
  onDeleted: () => void
}

/** Deletes a generation for good, after asking. */
export function DeleteButton({ id, ask, onDeleted }: Props) {
  const words = useWords()
  const { button, done, failed } = words.decisions.remove
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState('')

  const open = () => {
    setError('')
    setAsking(true)
  }
  const remove = async (close: () => void) => {
    setBusy(true)
    const answer = await generations.remove(id)
    setBusy(false)
    if (answer.is !== 'removed') {
      setError(failed(sayRefused(words, answer)))
      return setAsking(true) // it may have been closed meanwhile
    }
    close()
    goToFilms()
    onDeleted()
    announce(done)
  }

  return (
    <>
      <IconButton icon="trash" name={button} aria-haspopup="dialog" onClick={open} />
      {asking && (
        <Confirm {...ask} yes={button} busy={busy} onYes={remove} onClose={() => setAsking(false)}>
          {error && (
            <p role="alert" className="wrap-anywhere pt-3 text-failure text-sm">
              {error}
            </p>
          )}
        </Confirm>
      )}
    </>
  )
}
