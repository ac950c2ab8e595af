import { expect, test, vi } from 'vitest'
import { act, dismiss, notify } from './notices'

/** Ids are given in order; what is shown is told by what can still be ended. */
const probe = (seconds: number | null = 8) => {
  const gone = vi.fn()
  const pressed = vi.fn()
  const takeBack = notify({
    text: 'Deleted.',
    seconds,
    action: { label: 'Undo', press: pressed },
    onGone: gone,
  })
  return { gone, pressed, takeBack }
}

test('a notice ends once: by its action, or by going', () => {
  const [first, second] = [probe(), probe()]
  act(1)
  dismiss(1)
  dismiss(2)
  act(2)
  expect([first.pressed, first.gone].map(({ mock }) => mock.calls.length)).toEqual([1, 0])
  expect([second.pressed, second.gone].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
})

test('what is taken back is not heard of again', () => {
  const notice = probe()
  notice.takeBack()
  dismiss(3)
  expect(notice.gone).not.toHaveBeenCalled()
})

test('the oldest makes room for a fourth, but not one that waits for a person', () => {
  const waits = probe(null)
  const [oldest, other] = [probe(), probe()]
  probe()
  expect(oldest.gone).toHaveBeenCalledOnce()
  expect(other.gone).not.toHaveBeenCalled()
  expect(waits.gone).not.toHaveBeenCalled()
})
