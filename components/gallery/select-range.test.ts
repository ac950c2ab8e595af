import { beforeEach, expect, test } from 'vitest'
import { aGeneration } from '@/testing/a-generation'
import { noteShown, selectAllShown, selectRange } from './select-range'
import { selection, toggleSelected } from './selected'

const videos = ['e', 'd', 'c', 'b', 'a'].map((id) => aGeneration({ id }))
const video = (id: string) => videos.find((one) => one.id === id) ?? aGeneration({ id })
const selected = () => selection.get().map(({ id }) => id)

beforeEach(() => {
  selection.set([])
  noteShown(videos)
})

test('a press selects a video, and another takes it out', () => {
  for (const id of ['a', 'c', 'a']) toggleSelected(video(id))
  expect(selected()).toEqual(['c'])
})

test('a range goes from the one picked last, in either direction, and ends with the one that was pressed', () => {
  toggleSelected(video('b'))
  selectRange(video('d'))
  expect(selected()).toEqual(['b', 'c', 'd'])
  selectRange(video('e'))
  expect(selected()).toEqual(['b', 'c', 'd', 'e'])
  selectRange(video('c'))
  expect(selected()).toEqual(['b', 'e', 'd', 'c'])
})

test('a range from nothing, or from a video that is not shown, is that one video', () => {
  selectRange(video('c'))
  expect(selected()).toEqual(['c'])
  selection.set([video('z')])
  selectRange(video('c'))
  expect(selected()).toEqual(['z', 'c'])
})

test('all that is shown joins what was selected elsewhere', () => {
  toggleSelected(video('z'))
  toggleSelected(video('b'))
  selectAllShown()
  expect(selected()).toEqual(['z', 'e', 'd', 'c', 'b', 'a'])
})
