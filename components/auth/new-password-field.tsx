import { AuthField } from './sign-in/auth-field'

type Props = { label: string; hint: string }

/** A password that is chosen here. The server takes no shorter one. */
export const NewPasswordField = (props: Props) => (
  <AuthField {...props} name="password" type="password" autoComplete="new-password" minLength={12} />
)
