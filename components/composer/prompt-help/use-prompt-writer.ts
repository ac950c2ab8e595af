import { type MouseEvent, type RefObject, useState, useSyncExternalStore } from 'react'
import { useLocale } from '@/lib/client/messages'
import type { Locale } from '@/lib/shared/messages/locale'
import { applyEdit } from './apply-edit'
import type { Edit } from './insert-snippet'
import { languageOf } from './language'
import { isFillingIn } from './toggle-snippet'

const onSelection = (listener: () => void) => {
  document.addEventListener('selectionchange', listener)
  return () => document.removeEventListener('selectionchange', listener)
}

export type PromptWriter = {
  /** The caret, if the user placed it; else 0. */
  caret: number
  /** Edits the prompt. `event`: the press of the button that does so. */
  write: (event: MouseEvent, edit: (prompt: string, caret: number, language: Locale) => Edit) => void
}

/** Edits the prompt where the user is writing. */
export function usePromptWriter(area: RefObject<HTMLTextAreaElement | null>, prompt: string): PromptWriter {
  const page = useLocale()
  /** The text and caret after the last edit: a caret still there was not placed by the user. */
  const [left, setLeft] = useState({ value: '', selectionEnd: 0 })
  const selectionEnd = useSyncExternalStore(onSelection, () => area.current?.selectionEnd ?? 0)
  const caretIn = (text: string, at: number) =>
    (left.value === text && left.selectionEnd === at) || isFillingIn(text, at) ? 0 : at

  return {
    caret: caretIn(prompt, selectionEnd),
    write({ detail, currentTarget }, edit) {
      if (!area.current) return
      const { value, selectionEnd } = area.current
      const isOpen = applyEdit(
        area.current,
        edit(value, caretIn(value, selectionEnd), languageOf(value, page)),
      )
      setLeft({ value: area.current.value, selectionEnd: area.current.selectionEnd })
      // By keyboard one goes on from the button; on a touch screen the prompt would bring up its keyboard.
      if (isOpen || !(currentTarget instanceof HTMLElement)) return
      if (detail === 0 || matchMedia('(pointer: coarse)').matches) currentTarget.focus()
    },
  }
}
