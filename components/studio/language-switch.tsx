'use client'
import { useWords } from '@/lib/client/words'
import { LANG } from '@/lib/shared/words/locale'
import { useRemember } from './use-remember'

/** To the other language and back; the page keeps what was entered. */
export function LanguageSwitch() {
  const { locale, name } = useWords().page.otherLanguage
  const remember = useRemember()
  return (
    <button
      type="button"
      lang={LANG[locale]}
      onClick={() => remember('locale', locale)}
      className="h-10 min-w-10 shrink-0 whitespace-nowrap rounded px-2 text-second text-sm hover:bg-well hover:text-text sm:px-3 pointer-coarse:h-11"
    >
      {name}
    </button>
  )
}
