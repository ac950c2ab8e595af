// @vitest-environment happy-dom
import { memo } from 'react'
import { expect, test, vi } from 'vitest'
import { aGeneration } from '@/testing/a-generation'
import { fireEvent, render, screen } from '@/testing/dom'
import { type GenerationActions, GenerationActionsProvider, useGenerationActions } from './generation-actions'

const generation = aGeneration()
const nothing = () => {}
const actions = (star: GenerationActions['star']): GenerationActions => ({
  edit: nothing,
  again: nothing,
  goOn: async () => {},
  star,
  compare: null,
  remove: nothing,
  sendAnew: nothing,
  upsert: nothing,
  refresh: nothing,
})

const rendered = vi.fn()
const StarButton = memo(() => {
  rendered()
  const { star } = useGenerationActions()
  return (
    <button type="button" onClick={() => star(generation)}>
      Star
    </button>
  )
})

test('a card calls the page’s latest action, and does not render again because the page did', () => {
  const page = (star: GenerationActions['star']) => (
    <GenerationActionsProvider value={actions(star)}>
      <StarButton />
    </GenerationActionsProvider>
  )
  const [before, now] = [vi.fn(), vi.fn()]
  const { rerender } = render(page(before))
  const times = rendered.mock.calls.length
  rerender(page(now))
  fireEvent.click(screen.getByRole('button'))
  expect(rendered).toHaveBeenCalledTimes(times)
  expect(before).not.toHaveBeenCalled()
  expect(now).toHaveBeenCalledExactlyOnceWith(generation)
})
