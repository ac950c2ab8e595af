'use client'
import { EntranceField } from './entrance-field'
import { EntranceForm } from './entrance-form'
import { EntranceFrame } from './entrance-frame'
import { goToStudio, useEntrance } from './use-entrance'
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
        {/* By which password stores know whose password it is. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <EntranceField label={words.name} hint={words.nameHint} name="name" autoComplete="name" />
        <EntranceField
          label={words.newPassword}
          hint={words.passwordHint}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
        />
      </EntranceForm>
    </EntranceFrame>
  )
}
