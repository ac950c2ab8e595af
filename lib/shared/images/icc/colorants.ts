import type { Gamut, Point } from './gamuts'

export type Triple = readonly [number, number, number]

/** The white that profiles are made for, in XYZ. */
export const D50: Triple = [0.9642, 1, 0.8249]

const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const cross = (a: Triple, b: Triple): Triple => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]
const times = (a: Triple, factor: number): Triple => [a[0] * factor, a[1] * factor, a[2] * factor]

const fromPoint = ([x, y]: Point): Triple => [x / y, 1, (1 - x - y) / y]

/** Bradford's cone responses, by which a colour is carried from one white to another. */
const BRADFORD: readonly [Triple, Triple, Triple] = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
]
const BRADFORD_INVERSE: readonly [Triple, Triple, Triple] = [
  [0.9869929, -0.1470543, 0.1599627],
  [0.4323053, 0.5183603, 0.0492912],
  [-0.0085287, 0.0400428, 0.9684867],
]
const applied = (matrix: readonly [Triple, Triple, Triple], colour: Triple): Triple => [
  dot(matrix[0], colour),
  dot(matrix[1], colour),
  dot(matrix[2], colour),
]

/** The primaries in XYZ, which add up to white, seen under D50 as profiles want them. */
export function colorants({ red, green, blue, white }: Gamut): readonly [Triple, Triple, Triple] {
  const [r, g, b, w] = [fromPoint(red), fromPoint(green), fromPoint(blue), fromPoint(white)]
  const volume = dot(r, cross(g, b))
  const scaled = [
    times(r, dot(w, cross(g, b)) / volume),
    times(g, dot(r, cross(w, b)) / volume),
    times(b, dot(r, cross(g, w)) / volume),
  ] as const
  const [from, to] = [applied(BRADFORD, w), applied(BRADFORD, D50)]
  const toD50 = (colour: Triple): Triple => {
    const [l, m, s] = applied(BRADFORD, colour)
    return applied(BRADFORD_INVERSE, [(l * to[0]) / from[0], (m * to[1]) / from[1], (s * to[2]) / from[2]])
  }
  return [toD50(scaled[0]), toD50(scaled[1]), toD50(scaled[2])]
}
