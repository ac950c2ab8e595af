import type { Edit } from './insert-snippet'
import { PLACEHOLDER } from './written-snippet'

/**
 * Applies an edit as if it had been typed, so that the browser’s undo reverts it and the caret ends up behind it; a placeholder
 * is selected. `execCommand` is deprecated, but nothing else writes to that undo history.
 * @returns whether there is a placeholder to fill in
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, text }: Edit): boolean {
  area.focus()
  area.setSelectionRange(from, to)
  const done = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
  if (!done) {
    area.setRangeText(text, from, to, 'end') // a browser without execCommand: written, but without undo
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  const placeholder = PLACEHOLDER.exec(text)
  if (placeholder) {
    const start = from + placeholder.index
    area.setSelectionRange(start, start + placeholder[0].length)
  }
  return placeholder !== null
}
