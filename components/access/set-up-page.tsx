'use client'
import { EntranceField } from './entrance-field'
import { EntranceForm } from './entrance-form'
import { EntranceFrame } from './entrance-frame'
import { NewPasswordField } from './new-password-field'
import { goToStudio, useEntrance } from './use-entrance'
import { useEntranceWords } from './words'

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
