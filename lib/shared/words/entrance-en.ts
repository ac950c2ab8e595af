import { soonEn } from './soon'

/** The ways into a studio where people sign in, in English. */
export const entranceEn = {
  email: 'E-mail',
  password: 'Password',
  newPassword: 'Password',
  passwordHint: 'At least 12 characters. A few words in a row are easy to remember.',
  name: 'Your name',
  nameHint: 'As the others of the team know you.',
  silent: 'The studio did not answer. Check the connection and try again.',
  says: (detail: string) => `That did not work. The studio says: ${detail}`,
  tooMany: (seconds: number | undefined) => `Those were too many tries. ${soonEn(seconds)}`,
  lineFull: (seconds: number | undefined) => `Many people are signing in just now. ${soonEn(seconds)}`,
  unseenInName:
    'The name has line breaks or signs that are not seen, such as those of no width. Type it anew instead of pasting it.',
  tokens: {
    title: 'Your tokens for scripts',
    revoke: 'End them',
    revokeHint: 'Right if somebody else may have known the password. Scripts need new tokens.',
    keep: 'Keep them',
    keepHint: 'Scripts go on working.',
  },
  signIn: {
    title: 'Sign in',
    text: 'This studio belongs to a team. If you are part of it, you have an invitation or a password.',
    button: 'Sign in',
    wrong:
      'The e-mail address or the password is not right. Whoever owns the studio can send you a link for a new one.',
    or: 'or',
    by: (name: string) => `Sign in with ${name}`,
    byFailed: (name: string) => `${name} did not answer. Try again in a little while.`,
  },
  refused: {
    not_invited: 'You are not part of this studio yet. Ask whoever owns it to invite you under this address.',
    email_not_verified:
      'Your e-mail address is not confirmed where you signed in. Confirm it there, then come back.',
    owner_asked:
      'Your e-mail address is known here under another account of your company. An owner of the studio has been asked whether you are the same person; try again once they have agreed.',
    other: 'Signing in there did not work. Try it once more, or use your password.',
  },
  setup: {
    title: 'Make this studio yours',
    text: 'Nobody owns it yet. The code stands in what the server wrote when it was started.',
    code: 'Code from the server',
    wrongCode: 'This code is not right, or it is from an earlier start. Look for the newest.',
    button: 'Become the owner',
    kept: 'Films that were made here before will be yours.',
  },
  join: {
    title: 'You are invited',
    text: (email: string) => `Choose a name and a password. You sign in as ${email} from now on.`,
    button: 'Come in',
    resetTitle: 'Choose a new password',
    resetText: (email: string) => `You sign in as ${email}, as before. You are signed out everywhere else.`,
    resetButton: 'Set the password and come in',
    goneTitle: 'This invitation works no longer',
    gone: 'It was used, taken back, or is older than seven days. Ask whoever owns the studio for a new one.',
    toSignIn: 'Go to sign-in',
  },
  again: {
    title: 'You are signed out',
    text: (email: string) =>
      `What you have written is still here. Sign in as ${email}, and it goes on from where it was.`,
    button: 'Sign in and go on',
    later: 'Not now',
    done: 'You are signed in again.',
  },
}
