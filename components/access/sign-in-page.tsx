'use client'
import { EntranceFrame } from './entrance-frame'
import { SignInForm } from './sign-in-form'
import { goToStudio } from './use-entrance'
import { useEntranceWords } from './words'

/** Why the company's own sign-in did not let somebody in. */
type Refusal = 'not_invited' | 'email_not_verified' | 'other'

/** For those who belong here. */
export function SignInPage({ provider, refusal }: { provider: string | null; refusal: Refusal | null }) {
  const words = useEntranceWords()
  return (
    <EntranceFrame title={words.signIn.title} text={words.signIn.text}>
      {refusal && (
        <p role="alert" className="rounded border border-failure p-3 text-sm">
          {words.refused[refusal]}
        </p>
      )}
      <SignInForm button={words.signIn.button} provider={provider} onIn={goToStudio} />
    </EntranceFrame>
  )
}
