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

describe('two slots', () => {
  test('a single photo is the first frame, whichever slot it was put into', () => {
    expect(order(having(put(1, 'a')))).toEqual(['a'])
  })

  test('a photo put into the last slot moves there once a first frame is added', () => {
    expect(order(having(put(1, 'end'), put(0, 'start')))).toEqual(['start', 'end'])
  })

  test('a photo put into a taken slot replaces the other', () => {
    expect(order(having(put(0, 'a'), put(0, 'b')))).toEqual(['b'])
    expect(order(having(put(0, 'a'), put(1, 'b'), put(1, 'c')))).toEqual(['a', 'c'])
    expect(order(having(put(0, 'a'), put(1, 'b'), put(0, 'c')))).toEqual(['c', 'b'])
  })

  test('a photo without a slot takes the empty one and never replaces another', () => {
    expect(order(having(put(null, 'a'), put(null, 'b'), put(null, 'c')))).toEqual(['a', 'b'])
  })

  test('removing the first frame makes the last the first, until another is added', () => {
    const left = having(put(0, 'a'), put(1, 'b'), { type: 'remove', token: 'a' })
    expect(order(left)).toEqual(['b'])
    expect(order(changeFrames(left, put(0, 'c')))).toEqual(['c', 'b'])
  })

  test('swapping exchanges the slots', () => {
    expect(order(having(put(0, 'a'), put(1, 'b'), { type: 'swap' }))).toEqual(['b', 'a'])
  })

  test('progress of a replaced upload changes nothing', () => {
    const frames = having(put(0, 'a'))
    const news: FramesAction = { type: 'change', token: 'gone', news: { upload: { type: 'broken' } } }
    expect(changeFrames(frames, news)).toEqual(frames)
  })

  test('a crop takes the photo’s slot, also if that was meant to be the last', () => {
    const replace: FramesAction = { type: 'replace', token: 'end', frame: frame('part') }
    const frames = having(put(1, 'end'), replace)
    expect(order(frames)).toEqual(['part'])
    expect(order(changeFrames(frames, put(0, 'start')))).toEqual(['start', 'part'])
  })
})

describe('a snapshot of the form', () => {
  const fill: FramesAction = { type: 'fill', frames: [frame('c')] }
  const restore: FramesAction = { type: 'restore', tokens: ['a', 'b'] }

  test('is restored in its order', () => {
    const frames = having(put(0, 'a'), put(1, 'b'), { type: 'hold' }, fill)
    expect(order(frames)).toEqual(['c'])
    expect(order(changeFrames(frames, restore))).toEqual(['a', 'b'])
  })

  test('keeps its uploads running', () => {
    const news: FramesAction = {
      type: 'change',
      token: 'b',
      news: { upload: { type: 'running', share: 0.9 } },
    }
    const frames = having(put(0, 'a'), put(1, 'b'), { type: 'hold' }, fill, news, restore)
    expect(frames.shown[1]?.upload).toEqual({ type: 'running', share: 0.9 })
  })

  test('is released once it is restored', () => {
    expect(having(put(0, 'a'), { type: 'hold' }, fill, restore).held).toEqual([])
  })
})

describe('whether all images are ready', () => {
  test('the ids are in order', () => {
    expect(readiness([frame('a'), frame('b')])).toEqual({ type: 'ready', ids: ['id-a', 'id-b'] })
    expect(readiness([])).toEqual({ type: 'ready', ids: [] })
  })

  test('a running upload is waited for', () => {
    expect(readiness([frame('a'), frame('b', { type: 'running', share: 0.4 })])).toEqual({ type: 'running' })
  })

  test('an unusable photo is reported, never silently left out', () => {
    const frames = [frame('a', { type: 'running', share: 0.4 }), frame('b', { type: 'broken' })]
    expect(readiness(frames)).toEqual({ type: 'unusable', token: 'b' })
  })
})
