import { AuthField } from './sign-in/auth-field'

type Props = { label: string; hint: string }

/** A field for a new password. The minimum length is the server’s. */
export const NewPasswordField = (props: Props) => (
  <AuthField {...props} name="password" type="password" autoComplete="new-password" minLength={12} />
)
