/** Whether the browser has popovers; Chrome and Edge before 114, Firefox before 125 and Safari before 17 have none. */
export const hasPopover = (): boolean => 'showPopover' in HTMLElement.prototype

/**
 * Does for an element what the browser does for a popover: shows it over the page, and closes it on Escape, on a press
 * elsewhere and when the page is scrolled.
 * @param onClose called when it closes; the focus is back at `opener` then
 * @returns functions that close it, and that end it without closing
 */
export function emulatePopover(element: HTMLElement, opener: HTMLElement, onClose: () => void) {
  element.style.position = 'fixed'
  element.style.zIndex = '50'
  const listening = new AbortController()
  const close = () => {
    if (listening.signal.aborted) return
    listening.abort()
    if (element.contains(document.activeElement)) opener.focus()
    onClose()
  }
  const { signal } = listening
  const isWithin = ({ target }: Event) => target instanceof Node && element.contains(target)
  document.addEventListener('keydown', (event) => event.key === 'Escape' && close(), { signal })
  // After React, whose opener must still find it open: its click is not to open it again.
  window.addEventListener('pointerdown', (event) => isWithin(event) || close(), { signal })
  document.addEventListener('scroll', (event) => isWithin(event) || close(), { signal, capture: true })
  return { close, end: () => listening.abort() }
}
