// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { act, render } from '@/testing/dom'
import { surviveTranslation } from './translation'

surviveTranslation(document)

const texts = (): Text[] => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Text)
  return found
}
const font = (...content: (string | Node)[]) => {
  const element = document.createElement('font')
  element.append(...content)
  return element
}

/** How translators treat a text node. */
const TRANSLATORS: Record<string, (text: Text) => void> = {
  'wraps it in two elements': (text) => {
    const outer = font()
    text.replaceWith(outer)
    outer.append(font(text))
  },
  'replaces it with an element': (text) => text.replaceWith(font(`«${text.data}»`)),
  'puts an element before it and removes it': (text) => {
    text.before(font(`«${text.data}»`))
    text.remove()
  },
  'puts an element after it and removes it': (text) => {
    text.after(font(`«${text.data}»`))
    text.remove()
  },
  'replaces it with two nodes': (text) => text.replaceWith(font('«'), `${text.data}»`),
  'replaces it twice': (text) => {
    const first = font(text.data)
    text.replaceWith(first)
    first.replaceWith(font(`«${text.data}»`))
  },
  'removes it': (text) => text.remove(),
}

/** Everything that React does with a text that is not alone in its element. */
function Page({ step }: { step: number }) {
  return (
    <main>
      {step < 2 && 'a photo '}
      {step < 3 && <b>of</b>}
      {step === 1 ? 'your ' : 'our '}
      {step > 0 && <i>big </i>}
      {step < 3 ? `koala ${step}` : null}
      {step > 1 && <u>!</u>}
    </main>
  )
}

const plain = () => document.querySelector('main')?.textContent?.replaceAll(/[«»]/g, '')

test.each(Object.entries(TRANSLATORS))('React renders on when a translator %s', async (name, translate) => {
  const view = render(<Page step={0} />)
  expect(plain()).toBe('a photo ofour koala 0')
  const shown = ['a photo ofyour big koala 1', 'ofour big koala 2!', 'our big !']
  for (const [index, text] of shown.entries()) {
    for (const node of texts()) translate(node)
    await act(async () => {}) // translators and React run in tasks of their own
    view.rerender(<Page step={index + 1} />)
    await act(async () => {})
    // Texts that the translator removed, and that have not changed since, stay away.
    if (name !== 'removes it') expect(plain()).toBe(text)
  }
  for (const node of texts()) translate(node)
  view.unmount()
  expect(document.body.textContent).toBe('')
})

test('a text that was removed shows again when it changes', async () => {
  const view = render(<Page step={1} />)
  for (const node of texts()) node.remove()
  await act(async () => {})
  view.rerender(<Page step={2} />)
  await act(async () => {})
  expect(plain()).toBe('our koala 2!')
})

test('a node that was never there is an error, as ever', () => {
  const stranger = document.createElement('p')
  expect(() => document.body.removeChild(stranger)).toThrow()
  expect(() => document.body.insertBefore(document.createElement('p'), stranger)).toThrow()
})
