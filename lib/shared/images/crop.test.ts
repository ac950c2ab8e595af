import { expect, test } from 'vitest'
import { queryOfCrop, readCrop } from './crop'

test('a crop reads as it was written', () => {
  const crop = { x: 0, y: 12, width: 1_280, height: 720 }
  expect(readCrop(queryOfCrop(crop))).toEqual(crop)
})

test.each([
  '',
  '1,2,3',
  '1,2,3,4,5',
  '-1,0,3,4',
  '0,0,0,4',
  '0,0,4,0',
  '1.5,0,3,4',
  ' 1,2,3,4',
  '1,2,3,9999999',
  'a,b,c,d',
])('no crop: %s', (text) => {
  expect(readCrop(text)).toBeNull()
})
