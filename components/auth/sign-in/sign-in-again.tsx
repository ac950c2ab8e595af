'use client'
import { useEntranceWords } from '@/components/auth/messages'
import { Button, Dialog } from '@/components/ui'
import { announce } from '@/lib/client/browser'
import { settleSignIn } from '@/lib/client/sign-in-again'
import { SignInForm } from './sign-in-form'

type Props = { person: { id: string; email: string }; provider: string | null; onClose: () => void }

/** Signing in anew in place: what was asked for meanwhile goes on afterwards, and nothing that was written is lost. */
export function SignInAgain({ person, provider, onClose }: Props) {
  const words = useEntranceWords()
  const goOn = ({ id }: { id: string }) => {
    // Somebody else's films are on the page, and what waits is theirs.
    if (id !== person.id) return location.reload()
    announce(words.again.done)
    settleSignIn(true)
  }
  return (
    <Dialog title={words.again.title} text={words.again.text(person.email)} onClose={onClose}>
      {(close) => (
        <div className="grid gap-4 pt-4">
          <SignInForm button={words.again.button} provider={provider} email={person.email} onIn={goOn} />
          <Button onClick={close}>{words.again.later}</Button>
        </div>
      )}
    </Dialog>
  )
}
