'use client'
import { TokensChoice } from '@/components/auth/account/tokens-choice'
import { useEntranceWords } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { UsernameField } from '@/components/auth/username-field'
import { EntranceField } from './auth-field'
import { EntranceForm } from './auth-form'
import { EntranceFrame } from './auth-frame'
import { goToStudio, useEntrance } from './use-auth'

type Props = {
  code: string
  /** Null: the link works no longer. `resets`: it is for somebody who is here, and sets a new password. */
  invitation: { email: string; resets: boolean } | null
}

/** For whoever was invited by this link. */
export function JoinPage({ code, invitation }: Props) {
  const words = useEntranceWords()
  const { goneTitle, gone, toSignIn } = words.join
  const entrance = useEntrance('/api/auth/join', goToStudio, (problem) =>
    problem.code === 'not_found' ? gone : undefined,
  )
  if (invitation === null)
    return (
      <EntranceFrame title={goneTitle} text={gone}>
        <a href="/sign-in" className="font-medium text-mark underline-offset-2 hover:underline">
          {toSignIn}
        </a>
      </EntranceFrame>
    )
  const { email, resets } = invitation
  const { title, text, button } = resets
    ? { title: words.join.resetTitle, text: words.join.resetText, button: words.join.resetButton }
    : words.join
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
        {resets && <TokensChoice />}
      </EntranceForm>
    </EntranceFrame>
  )
}
