// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { shieldComposition } from './composition'

const heard: string[] = []
const end: (() => void)[] = []

beforeEach(() => {
  heard.length = 0
  end.push(shieldComposition(window))
  document.body.innerHTML = '<form><input></form>'
  const hear = (event: Event) => event instanceof KeyboardEvent && heard.push(`${event.type} ${event.key}`)
  for (const target of [window, document, document.querySelector('form')]) {
    for (const type of ['keydown', 'keypress', 'keyup']) {
      target?.addEventListener(type, hear)
      end.push(() => target?.removeEventListener(type, hear))
    }
  }
})
afterEach(() => {
  for (const stop of end.splice(0)) stop()
})

/** Presses a key in the field. Returns whether the browser would answer it. */
const press = (type: string, init: KeyboardEventInit) =>
  document
    .querySelector('input')
    ?.dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ...init }))

test.each([
  ['Enter that picks a candidate', { key: 'Enter', isComposing: true }],
  ['Ctrl+Enter', { key: 'Enter', ctrlKey: true, isComposing: true }],
  ['⌘+Enter', { key: 'Enter', metaKey: true, isComposing: true }],
  ['Escape that ends the composition', { key: 'Escape', isComposing: true }],
  ['Enter after Safari has ended the composition', { key: 'Enter', keyCode: 229 }],
])('%s reaches nothing, and the browser answers nothing', (_, init) => {
  for (const type of ['keydown', 'keypress', 'keyup']) expect(press(type, init), type).toBe(false)
  expect(heard).toEqual([])
})

test.each(['j', '/', '?', ' ', 'Process', 'Unidentified', 'ArrowDown'])(
  'a composing %s is no shortcut, and stays with the input method',
  (key) => {
    expect(press('keydown', { key, isComposing: true })).toBe(true)
    expect(press('keydown', { key, keyCode: 229 })).toBe(true)
    expect(heard).toEqual([])
  },
)

test('other keys reach everybody', () => {
  expect(press('keydown', { key: 'Enter', keyCode: 13 })).toBe(true)
  expect(heard).toEqual(['keydown Enter', 'keydown Enter', 'keydown Enter'])
})
