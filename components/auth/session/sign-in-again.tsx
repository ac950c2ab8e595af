'use client'
import { useAuthMessages } from '@/components/auth/messages'
import { SignInForm } from '@/components/auth/sign-in/sign-in-form'
import { Button } from '@/components/ui'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/lib/client/browser'
import { settleSignIn } from '@/lib/client/sign-in-again'
import { BASE_PATH } from '@/lib/shared/base-path'
import { returnPath } from '@/lib/shared/return-path'

type Props = { user: { id: string; email: string }; provider: string | null; onClose: () => void }

/** Signs in again in a dialog. Waiting requests then continue, and nothing typed is lost. */
export function SignInAgain({ user, provider, onClose }: Props) {
  const messages = useAuthMessages()
  const resume = ({ id }: { id: string }) => {
    // The page and the waiting requests belong to the previous user.
    if (id !== user.id) return location.reload()
    announce(messages.again.done)
    settleSignIn(true)
  }
  return (
    <Dialog title={messages.again.title} text={messages.again.text(user.email)} onClose={onClose}>
      {(close) => (
        <div className="grid gap-4 pt-4">
          <SignInForm
            button={messages.again.button}
            provider={provider}
            email={user.email}
            to={returnPath((location.pathname + location.search).slice(BASE_PATH.length))}
            onSignedIn={resume}
          />
          <Button onClick={close}>{messages.again.later}</Button>
        </div>
      )}
    </Dialog>
  )
}
