import type { Edit } from './insert-snippet'

/**
 * Applies an edit as if it had been typed, so that the browser’s undo reverts it and the caret ends up behind it.
 * `execCommand` is deprecated, but nothing else writes to that undo history.
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, text }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, from, to, 'end') // a browser without execCommand: written, but without undo
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
