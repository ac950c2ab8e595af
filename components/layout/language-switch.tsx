'use client'
import { loadMessages, useMessages } from '@/lib/client/messages'
import { LANG } from '@/lib/shared/messages/locale'
import { remember } from './remember'
import { useKeeping } from './use-preference'

/** To the other language and back; the page keeps what was entered. */
export function LanguageSwitch() {
  const { locale, name } = useMessages('page').otherLanguage
  const keep = useKeeping()
  const change = async () => {
    await loadMessages(locale)
    await remember('locale', locale)
  }
  return (
    <button
      type="button"
      lang={LANG[locale]}
      onClick={() => keep(change)}
      className="h-10 min-w-10 shrink-0 whitespace-nowrap rounded px-2 text-second text-sm hover:bg-well hover:text-text sm:px-3 pointer-coarse:h-11"
    >
      {name}
    </button>
  )
}
