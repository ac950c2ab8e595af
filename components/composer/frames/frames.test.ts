import { describe, expect, test } from 'vitest'
import {
  changeFrames,
  type Frame,
  type FramesAction,
  type FramesState,
  NO_FRAMES,
  readiness,
  type Upload,
} from './frames'

const frame = (token: string, upload: Upload = { type: 'done', id: `id-${token}` }): Frame => ({
  token,
  name: `${token}.jpg`,
  file: null,
  preview: `blob:${token}`,
  size: null,
  upload,
  meantLast: false,
  cut: null,
})
const put = (slot: 0 | 1 | null, token: string): FramesAction => ({ type: 'put', slot, frame: frame(token) })
const having = (...actions: FramesAction[]): FramesState => actions.reduce(changeFrames, NO_FRAMES)
const order = ({ shown }: FramesState) => shown.map(({ token }) => token)

describe('two places', () => {
  test('a photo alone is the first frame, wherever it was put', () => {
    expect(order(having(put(1, 'a')))).toEqual(['a'])
  })

  test('put as last frame first, it goes there once a first frame comes', () => {
    expect(order(having(put(1, 'end'), put(0, 'start')))).toEqual(['start', 'end'])
  })

  test('a photo put over another takes its place', () => {
    expect(order(having(put(0, 'a'), put(0, 'b')))).toEqual(['b'])
    expect(order(having(put(0, 'a'), put(1, 'b'), put(1, 'c')))).toEqual(['a', 'c'])
    expect(order(having(put(0, 'a'), put(1, 'b'), put(0, 'c')))).toEqual(['c', 'b'])
  })

  test('one without a place takes the empty one, and never somebody’s', () => {
    expect(order(having(put(null, 'a'), put(null, 'b'), put(null, 'c')))).toEqual(['a', 'b'])
  })

  test('with the first frame gone the last is the first, until another comes', () => {
    const left = having(put(0, 'a'), put(1, 'b'), { type: 'remove', token: 'a' })
    expect(order(left)).toEqual(['b'])
    expect(order(changeFrames(left, put(0, 'c')))).toEqual(['c', 'b'])
  })

  test('they change places', () => {
    expect(order(having(put(0, 'a'), put(1, 'b'), { type: 'swap' }))).toEqual(['b', 'a'])
  })

  test('news of an upload that was replaced changes nothing', () => {
    const frames = having(put(0, 'a'))
    const news: FramesAction = { type: 'change', token: 'gone', news: { upload: { type: 'broken' } } }
    expect(changeFrames(frames, news)).toEqual(frames)
  })

  test('a part takes the place of the photo, with all that its place means', () => {
    const replace: FramesAction = { type: 'replace', token: 'end', frame: frame('part') }
    const frames = having(put(1, 'end'), replace)
    expect(order(frames)).toEqual(['part'])
    expect(order(changeFrames(frames, put(0, 'start')))).toEqual(['start', 'part'])
  })
})

describe('what stood in the form', () => {
  const fill: FramesAction = { type: 'fill', frames: [frame('c')] }
  const restore: FramesAction = { type: 'restore', tokens: ['a', 'b'] }

  test('comes back in its order', () => {
    const frames = having(put(0, 'a'), put(1, 'b'), { type: 'hold' }, fill)
    expect(order(frames)).toEqual(['c'])
    expect(order(changeFrames(frames, restore))).toEqual(['a', 'b'])
  })

  test('goes on with its uploads meanwhile', () => {
    const news: FramesAction = {
      type: 'change',
      token: 'b',
      news: { upload: { type: 'running', share: 0.9 } },
    }
    const frames = having(put(0, 'a'), put(1, 'b'), { type: 'hold' }, fill, news, restore)
    expect(frames.shown[1]?.upload).toEqual({ type: 'running', share: 0.9 })
  })

  test('is let go of once it is back', () => {
    expect(having(put(0, 'a'), { type: 'hold' }, fill, restore).held).toEqual([])
  })
})

describe('whether all is ready to be sent', () => {
  test('the ids come by order', () => {
    expect(readiness([frame('a'), frame('b')])).toEqual({ type: 'ready', ids: ['id-a', 'id-b'] })
    expect(readiness([])).toEqual({ type: 'ready', ids: [] })
  })

  test('an upload under way is waited for', () => {
    expect(readiness([frame('a'), frame('b', { type: 'running', share: 0.4 })])).toEqual({ type: 'running' })
  })

  test('a photo that cannot be used is never left out in silence', () => {
    const frames = [frame('a', { type: 'running', share: 0.4 }), frame('b', { type: 'broken' })]
    expect(readiness(frames)).toEqual({ type: 'unusable', token: 'b' })
  })
})
