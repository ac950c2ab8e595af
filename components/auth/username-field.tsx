/** Hidden; tells password managers whose password is entered next to it. */
export const UsernameField = ({ email, name }: { email: string; name?: string }) => (
  <input type="email" name={name} autoComplete="username" value={email} readOnly hidden />
)
