import { TOKENS_AFTER } from '@/lib/shared/team'
import { useEntranceWords } from './words'

/** What a new password does to one's tokens. Ending them comes first: a password is often new because another knew it. */
export function TokensChoice() {
  const words = useEntranceWords().tokens
  return (
    <fieldset className="grid gap-1">
      <legend className="pb-1 text-sm">{words.title}</legend>
      {TOKENS_AFTER.map((choice) => (
        <label key={choice} className="flex min-h-11 items-start gap-3 py-1.5 text-sm">
          <input
            type="radio"
            name="tokens"
            value={choice}
            defaultChecked={choice === 'revoke'}
            className="mt-0.5 size-4 shrink-0 accent-mark"
          />
          <span>
            {words[choice]}
            <span className="block pt-0.5 text-faint text-xs">{words[`${choice}Hint`]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
