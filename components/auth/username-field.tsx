/** Not seen: by it password stores know whose password is entered beside it. */
export const UsernameField = ({ email, name }: { email: string; name?: string }) => (
  <input type="email" name={name} autoComplete="username" value={email} readOnly hidden />
)
