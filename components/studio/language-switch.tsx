'use client'
import { useTransition } from 'react'
import { useWords } from '@/lib/client/words'
import { LANG } from '@/lib/shared/words/locale'
import { remember } from './remember'

/** To the other language and back; the page keeps what was entered. */
export function LanguageSwitch() {
  const { locale, name } = useWords().page.otherLanguage
  const [, start] = useTransition()
  return (
    <button
      type="button"
      lang={LANG[locale]}
      onClick={() => start(() => remember('locale', locale))}
      className="h-10 min-w-10 shrink-0 whitespace-nowrap rounded px-3 text-second text-sm hover:bg-well hover:text-text pointer-coarse:h-11"
    >
      {name}
    </button>
  )
}
