import { number } from '@/lib/shared/messages/numbers'
import { soonEn } from '@/lib/shared/messages/retry-text'

/** Sign-in, setup and joining, in English. */
export const authEn = {
  email: 'Email',
  password: 'Password',
  newPassword: 'Password',
  passwordHint: 'At least 12 characters. A few words in a row are easy to remember.',
  name: 'Your name',
  nameHint: 'Shown to your team.',
  invalid: {
    missing: 'Fill in this field.',
    email: 'Enter a whole address, such as kim@example.com.',
    tooShort: (least: number) => `Use at least ${least} characters.`,
    number: (min: number, max: number) => `Enter a whole number from ${min} to ${number('en', max)}.`,
  },
  networkError: 'The server didn’t respond. Check your connection and try again.',
  says: (detail: string) => `That didn’t work. The server said: ${detail}`,
  tooMany: (seconds: number | undefined) => `Too many attempts. ${soonEn(seconds)}`,
  lineFull: (seconds: number | undefined) => `Many people are signing in right now. ${soonEn(seconds)}`,
  unseenInName: 'The name contains line breaks or invisible characters. Type it instead of pasting it.',
  unencrypted:
    'This connection isn’t encrypted: others in this network could read your password. Use one that you use nowhere else.',
  tokens: {
    title: 'Your API tokens',
    revoke: 'Revoke them',
    revokeHint: 'Choose this if someone else may know your password. Scripts will need new tokens.',
    keep: 'Keep them',
    keepHint: 'Scripts keep working.',
  },
  signIn: {
    title: 'Sign in',
    text: 'This studio is for team members only.',
    button: 'Sign in',
    wrong: 'Wrong email or password. An owner can send you a link to set a new password.',
    or: 'or',
    by: (name: string) => `Sign in with ${name}`,
    byFailed: (name: string) => `${name} didn’t respond. Try again in a moment.`,
  },
  refused: {
    not_invited: 'You’re not a member of this studio yet. Ask an owner to invite this email address.',
    email_not_verified:
      'Your email address isn’t verified with your sign-in provider. Verify it there, then try again.',
    email_not_stated:
      'Your sign-in provider doesn’t say whether your email address is verified. If everyone’s address there is their own (as with Microsoft Entra), whoever runs the studio can set OIDC_TRUST_EMAIL=1.',
    email_not_found:
      'Your sign-in provider didn’t give us an email address. Add one to your account there, or have whoever manages it send the “email” claim.',
    owner_asked:
      'This email address already belongs to another account from your company. We’ve asked an owner to confirm that it’s you. Try again once they have.',
    other: 'That sign-in didn’t work. Try again, or use your password.',
  },
  setup: {
    title: 'Set up your studio',
    text: 'Enter the setup code from the server’s startup log.',
    code: 'Setup code',
    wrongCode: 'Wrong code, or one from an earlier start. Use the latest code in the log.',
    button: 'Create owner account',
    kept: 'Videos made here before will be yours.',
  },
  join: {
    title: 'You’re invited',
    text: (email: string) => `Choose a name and a password. You’ll sign in as ${email}.`,
    button: 'Accept invitation',
    resetTitle: 'Choose a new password',
    resetText: (email: string) => `You’ll still sign in as ${email}. You’ll be signed out everywhere else.`,
    resetButton: 'Set password and sign in',
    goneTitle: 'This invitation is no longer valid',
    gone: 'It was used or revoked, or is more than seven days old. Ask an owner for a new one.',
    toSignIn: 'Go to sign-in',
  },
  again: {
    title: 'You’ve been signed out',
    text: (email: string) => `Your work is still here. Sign in as ${email} to pick up where you left off.`,
    button: 'Sign in and continue',
    later: 'Not now',
    done: 'You’re signed in again.',
  },
}
