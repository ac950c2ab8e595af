import type { Edit } from './insert-snippet'

/**
 * Puts an edit into a text field as if it had been typed: the browser's own undo takes it back, and the caret stands
 * behind it. `execCommand` is deprecated, and the only way there is into that undo history.
 */
export function applyEdit(area: HTMLTextAreaElement, { from, to, text }: Edit): void {
  area.focus()
  area.setSelectionRange(from, to)
  if (document.execCommand('insertText', false, text)) return
  area.setRangeText(text, from, to, 'end') // a browser that has dropped it: without undo, but written
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
