'use client'
import { useEntranceWords } from '@/components/auth/messages'
import { NewPasswordField } from '@/components/auth/new-password-field'
import { EntranceField } from './auth-field'
import { EntranceForm } from './auth-form'
import { EntranceFrame } from './auth-frame'
import { goToStudio, useEntrance } from './use-auth'

/** For the first one, who has read the server's log. */
export function SetUpPage() {
  const words = useEntranceWords()
  const { title, text, code, wrongCode, button, kept } = words.setup
  const entrance = useEntrance('/api/auth/setup', goToStudio, ({ errors }) =>
    errors?.code ? wrongCode : undefined,
  )
  return (
    <EntranceFrame title={title} text={text}>
      <EntranceForm button={button} busy={entrance.busy} error={entrance.error} onSend={entrance.send}>
        <EntranceField label={code} name="code" />
        <EntranceField label={words.name} hint={words.nameHint} name="name" autoComplete="name" />
        <EntranceField label={words.email} name="email" type="email" autoComplete="username" />
        <NewPasswordField label={words.newPassword} hint={words.passwordHint} />
      </EntranceForm>
      <p className="text-faint text-sm">{kept}</p>
    </EntranceFrame>
  )
}
