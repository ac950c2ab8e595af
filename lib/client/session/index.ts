export { type Member, MemberProvider, useMember } from './member'
export { settleSignIn, signInAgain, useSignInWanted } from './sign-in-again'
