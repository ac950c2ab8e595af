import { type ChangeEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { searchInput } from '@/components/gallery/shortcuts/shortcut-actions'
import { Icon, IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { withinSearch } from '@/lib/shared/search'

type Props = { text: string; onSearch: (text: string) => void }

const DEBOUNCE_MS = 250

/** Searches while the user types (debounced), but not during IME composition. Escape clears the field. */
export function SearchBox({ text, onSearch }: Props) {
  const messages = useMessages('views')
  const [typed, setTyped] = useState(text)
  const [applied, setApplied] = useState(text)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (applied !== text) {
    // The view changed from outside: reset the field.
    setApplied(text)
    setTyped(text)
  }

  const apply = (entered: string) => {
    clearTimeout(timer.current)
    const wanted = withinSearch(entered)
    if (wanted === applied) return
    setApplied(wanted)
    onSearch(wanted)
  }
  const applySoon = (entered: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => apply(entered), DEBOUNCE_MS)
  }
  const clear = () => {
    setTyped('')
    apply('')
    searchInput.current?.focus()
  }
  const onChange = ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    setTyped(currentTarget.value)
    const composing = nativeEvent instanceof InputEvent && nativeEvent.isComposing
    if (composing) clearTimeout(timer.current)
    else applySoon(currentTarget.value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') apply(typed)
    if (event.key !== 'Escape' || typed === '') return
    event.preventDefault()
    clear()
  }
  return (
    <search className="relative block grow max-wide:mb-4 sm:max-w-60">
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-faint"
      />
      <input
        ref={searchInput}
        type="search"
        name="q"
        aria-label={messages.search}
        placeholder={messages.search}
        autoComplete="off"
        enterKeyHint="search"
        value={typed}
        onChange={onChange}
        onCompositionEnd={({ currentTarget }) => applySoon(currentTarget.value)}
        onKeyDown={onKeyDown}
        className="control h-10 w-full pr-10 pl-9.5 text-base sm:text-sm pointer-coarse:h-11 pointer-coarse:text-base [&::-webkit-search-cancel-button]:hidden"
      />
      {typed !== '' && (
        <IconButton
          icon="close"
          name={messages.clear}
          onClick={clear}
          className="absolute inset-y-0 right-0"
        />
      )}
    </search>
  )
}
