/** What translators do to a text node; the texts stay, so that the page can be used by their names. */
const REPLACEMENTS = {
  wrap: 'const outer = font(); text.replaceWith(outer); outer.append(font(text))',
  replace: 'text.replaceWith(font(text.data))',
  beside: 'text.before(font(text.data)); text.remove()',
}

export type Way = keyof typeof REPLACEMENTS
export const WAYS: readonly Way[] = ['wrap', 'replace', 'beside']

/** A script that translates the page's texts now and whenever they change, as browsers and extensions do. */
export const translator = (way: Way): string => `(() => {
  const font = (content = '') => {
    const element = document.createElement('font')
    element.append(content)
    return element
  }
  const run = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const found = []
    while (walker.nextNode()) found.push(walker.currentNode)
    for (const text of found) {
      if (text.data.trim() === '' || text.parentElement.closest('font, script, style, textarea, noscript')) continue
      ${REPLACEMENTS[way]}
    }
  }
  new MutationObserver(run).observe(document.body, { childList: true, characterData: true, subtree: true })
  run()
})()`
