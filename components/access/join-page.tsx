'use client'
import { EntranceField } from './entrance-field'
import { EntranceForm } from './entrance-form'
import { EntranceFrame } from './entrance-frame'
import { NewPasswordField } from './new-password-field'
import { goToStudio, useEntrance } from './use-entrance'
import { UsernameField } from './username-field'
import { useEntranceWords } from './words'

/** For whoever was invited by this link. `email` null: it works no longer. */
export function JoinPage({ code, email }: { code: string; email: string | null }) {
  const words = useEntranceWords()
  const { title, text, button, goneTitle, gone, toSignIn } = words.join
  const entrance = useEntrance('/api/auth/join', goToStudio, (problem) =>
    problem.code === 'not_found' ? gone : undefined,
  )
  if (email === null)
    return (
      <EntranceFrame title={goneTitle} text={gone}>
        <a href="/sign-in" className="font-medium text-mark underline-offset-2 hover:underline">
          {toSignIn}
        </a>
      </EntranceFrame>
    )
  return (
    <EntranceFrame title={title} text={text(email)}>
      <EntranceForm
        button={button}
        busy={entrance.busy}
        error={entrance.error}
        onSend={(fields) => entrance.send({ ...fields, code })}
      >
        <UsernameField email={email} />
        <EntranceField label={words.name} hint={words.nameHint} name="name" autoComplete="name" />
        <NewPasswordField label={words.newPassword} hint={words.passwordHint} />
      </EntranceForm>
    </EntranceFrame>
  )
}
