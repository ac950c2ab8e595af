import type { Finder } from './page'

const SELECTORS = {
  alert: '[role="alert"]',
  article: 'article',
  button: 'button, [role="button"]',
  combobox: 'select',
  dialog: 'dialog[open], [role="dialog"]',
  file: 'input[type="file"]',
  img: 'img, [role="img"]',
  searchbox: 'input[type="search"]',
  summary: 'summary',
  textbox: 'textarea, input:not([type]), input[type="text"]',
}

/** What assistive technology would call an element, as far as this page needs it. */
const NAME = `(element) => {
  const labels = element.getAttribute('aria-labelledby')?.split(' ').map((id) => document.getElementById(id))
  const label = labels ?? [...(element.labels ?? [])]
  const text = label.map((one) => one?.textContent).join(' ') || element.textContent
  return (element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? text).trim()
}`

/** The first visible element with a role whose name matches, within the page or another element. */
export const byRole = (role: keyof typeof SELECTORS, name: RegExp, within: Finder = 'document'): Finder =>
  `((root, name) => [...(root?.querySelectorAll(${JSON.stringify(SELECTORS[role])}) ?? [])].find(
    (element) => ${name}.test(name(element)) && element.getClientRects().length > 0,
  ) ?? null)(${within}, ${NAME})`

export const textOf = (element: Finder): string => `(${element})?.textContent ?? ''`
