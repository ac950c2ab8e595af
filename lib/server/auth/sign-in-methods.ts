import { join } from './join'
import { openSetup, setUp } from './setup'
import { signIn, signOut } from './sign-in'

export const signInMethods = { openSetup, setUp, join, signIn, signOut }
