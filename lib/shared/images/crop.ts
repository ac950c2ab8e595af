import type { Rect } from './kept-size'

/** `x,y,width,height` in px, as `POST /api/images?crop=` takes it. */
export const queryOfCrop = ({ x, y, width, height }: Rect): string => [x, y, width, height].join(',')

/** null: it isn't four whole numbers, or has no size. */
export function readCrop(text: string): Rect | null {
  const [, ...numbers] = /^(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})$/.exec(text) ?? []
  const [x = 0, y = 0, width = 0, height = 0] = numbers.map(Number)
  return width > 0 && height > 0 ? { x, y, width, height } : null
}
