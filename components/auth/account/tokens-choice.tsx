import { useId } from 'react'
import { useAuthMessages } from '@/components/auth/messages'
import { TOKENS_AFTER } from '@/lib/shared/team'

/**
 * What a new password means for the user’s API tokens. Revoking is the default, because passwords are often changed
 * after a leak.
 */
export function TokensChoice() {
  const messages = useAuthMessages().tokens
  const id = useId()
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 text-sm">{messages.title}</legend>
      {TOKENS_AFTER.map((choice) => (
        <div key={choice} className="relative flex min-h-11 items-start gap-3 py-1.5">
          <input
            type="radio"
            name="tokens"
            value={choice}
            id={`${id}-${choice}`}
            defaultChecked={choice === 'revoke'}
            aria-describedby={`${id}-${choice}-hint`}
            className="relative z-1 mt-0.5 size-4 shrink-0 accent-mark"
          />
          <span>
            <label htmlFor={`${id}-${choice}`} className="block text-sm after:absolute after:inset-0">
              {messages[choice]}
            </label>
            <span id={`${id}-${choice}-hint`} className="block pt-0.5 text-faint text-xs">
              {messages[`${choice}Hint`]}
            </span>
          </span>
        </div>
      ))}
    </fieldset>
  )
}
