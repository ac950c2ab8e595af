import { join } from './join'
import { openSetup, setUp } from './setup'
import { signIn, signOut } from './sign-in'

/** The ways in, and out again. */
export const signInMethods = { openSetup, setUp, join, signIn, signOut }
