import assert from 'node:assert/strict'
import { openStudio, PROMPT, SEARCH, typePrompt } from '@/e2e/browsers/form'
import { generationsOf } from '@/e2e/browsers/generations'
import type { Finder, Page } from '@/e2e/browsers/page'
import { untilTrue } from '@/e2e/browsers/wait'
import type { Check } from './check'

/** What an event carries while an input method has the key; Safari gives only the code. */
const COMPOSING = ['isComposing: true', 'keyCode: 229']

/** Dispatches a key press at an element. Resolves after two frames, when the page would have answered. */
const dispatch = (page: Page, element: Finder, init: string) =>
  page.evaluate(`new Promise((resolve) => {
    for (const type of ['keydown', 'keyup'])
      (${element}).dispatchEvent(new KeyboardEvent(type, { bubbles: true, cancelable: true, ${init} }))
    setTimeout(() => resolve(true), 100)
  })`)

export const composition: Check = {
  name: 'no key of an open composition sends, searches, clears or moves anything',
  async run(page, stage) {
    await openStudio(page, stage)
    await typePrompt(page, 'kao la')
    const before = (await generationsOf(stage)).length
    for (const composing of COMPOSING) {
      for (const held of ['ctrlKey', 'metaKey'])
        await dispatch(page, PROMPT, `key: 'Enter', ${held}: true, ${composing}`)
    }
    assert.equal(await page.evaluate(`(${PROMPT}).value`), 'kao la')
    assert.equal((await generationsOf(stage)).length, before, 'something was sent')

    await page.click(SEARCH)
    await page.type('koala')
    for (const composing of COMPOSING) await dispatch(page, SEARCH, `key: 'Escape', ${composing}`)
    assert.equal(await page.evaluate(`(${SEARCH}).value`), 'koala')
    await dispatch(page, SEARCH, "key: 'Escape'")
    await untilTrue(page, 'Escape clears the search afterwards', `(${SEARCH}).value === ''`)

    await page.evaluate('document.activeElement.blur()')
    const focused = '[document.body, document.documentElement].includes(document.activeElement)'
    for (const composing of COMPOSING) {
      for (const key of ['j', '/', '?']) await dispatch(page, 'document.body', `key: '${key}', ${composing}`)
    }
    assert.equal(await page.evaluate(`${focused} && !document.querySelector('dialog[open]')`), true)
    await dispatch(page, 'document.body', "key: '/'")
    await untilTrue(page, 'a slash goes to the search afterwards', `document.activeElement === ${SEARCH}`)
  },
}
