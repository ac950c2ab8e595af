/** What a key event carries while an input method (Chinese, Japanese, Korean, dead keys) has it. */
const PROCESSED = 229

/** Safari ends the composition before it reports the key that ended it, so only the code tells. */
const isComposing = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === PROCESSED

/**
 * Keeps keys that belong to an open composition from everything on the page: fields, forms, shortcuts, menus and
 * dialogs. The input method has had them already; what they type arrives as input events. Call once, before any
 * other listener is added.
 * @returns a function that ends it
 */
export function shieldComposition(page: Window): () => void {
  const shield = (event: KeyboardEvent) => {
    if (!isComposing(event)) return
    event.stopImmediatePropagation()
    // The browser's own answers: submitting a form, closing a dialog, clearing a search.
    if (event.key === 'Enter' || event.key === 'Escape') event.preventDefault()
  }
  const types = ['keydown', 'keypress', 'keyup'] as const
  for (const type of types) page.addEventListener(type, shield, true)
  return () => {
    for (const type of types) page.removeEventListener(type, shield, true)
  }
}
