import 'server-only'
import { join } from './join'
import { openSetup, setUp } from './setup'
import { signIn, signOut } from './sign-in'

export { type Access, type AdmittedAt, admit } from './admit'
export { getPrincipal } from './current-user'
export { invitations } from './invitations'
export { oidc } from './oidc'
export { sessions } from './sessions'
export { tokens } from './tokens'
export { users } from './users'

export const signInMethods = { openSetup, setUp, join, signIn, signOut }
