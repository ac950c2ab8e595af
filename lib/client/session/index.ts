export { settleSignIn, signInAgain, useSignInWanted } from './sign-in-again'
