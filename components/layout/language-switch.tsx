'use client'
import { loadMessages, useMessages } from '@/lib/client/messages'
import { LANG } from '@/lib/shared/messages/locale'
import { remember } from './remember'
import { useSavePreference } from './use-preference'

/** Switches between the languages; the page keeps its state. */
export function LanguageSwitch() {
  const { locale, name } = useMessages('page').otherLanguage
  const savePreference = useSavePreference()
  const change = async () => {
    await loadMessages(locale)
    await remember('locale', locale)
  }
  return (
    <button
      type="button"
      lang={LANG[locale]}
      onClick={() => savePreference(change)}
      className="h-10 min-w-10 shrink-0 whitespace-nowrap rounded px-2 text-second text-sm hover:bg-well hover:text-text sm:px-3 pointer-coarse:h-11"
    >
      {name}
    </button>
  )
}
