'use client'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { parseTheme, THEMES, type Theme } from './appearance'
import { remember } from './remember'
import { useSavePreference } from './use-preference'

/** Light, dark or system. A native select behind an icon. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const messages = useMessages('page')
  const savePreference = useSavePreference()
  const choose = (choice: Theme) => {
    document.documentElement.dataset.theme = choice // immediately; the server renders it from the next request on
    savePreference(() => remember('theme', choice))
  }
  return (
    // Clipped: WebKit gives the invisible list the width of its longest option, and the page would scroll sideways.
    <span className="relative grid size-10 place-items-center overflow-clip rounded text-second hover:bg-well hover:text-text has-[select:focus-visible]:outline-2 has-[select:focus-visible]:outline-mark no-has:focus-within:outline-2 no-has:focus-within:outline-mark pointer-coarse:size-11">
      <Icon name="contrast" />
      <select
        aria-label={messages.theme}
        title={messages.theme}
        defaultValue={theme}
        onChange={({ currentTarget }) => choose(parseTheme(currentTarget.value))}
        className="absolute inset-0 size-full appearance-none bg-panel text-text opacity-0"
      >
        {THEMES.map((value) => (
          <option key={value} value={value}>
            {messages.themes[value]}
          </option>
        ))}
      </select>
    </span>
  )
}
