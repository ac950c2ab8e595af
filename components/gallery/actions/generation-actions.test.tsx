// @vitest-environment happy-dom
import { memo } from 'react'
import { expect, test, vi } from 'vitest'
import { aGeneration } from '@/testing/a-generation'
import { fireEvent, render, screen } from '@/testing/dom'
import { type GenerationActions, GenerationActionsProvider, useGenerationActions } from './generation-actions'

const generation = aGeneration()
const noop = () => {}
const actions = (star: GenerationActions['star']): GenerationActions => ({
  edit: noop,
  reuse: noop,
  keepSeed: noop,
  runAgain: null,
  play: null,
  goOn: async () => {},
  star,
  remove: noop,
  sendAnew: noop,
  upsert: noop,
  refresh: noop,
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

test('a card calls the page’s latest action without rendering again when the page does', () => {
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
