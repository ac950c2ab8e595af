import { describe, expect, test } from 'vitest'
import { FRAME_S, frameAt, steer } from './steer'

describe('the following video', () => {
  test('keeps its rate while it is in sync', () => {
    expect(steer(1, 1.005, 5)).toEqual({ rate: 1 })
  })

  test('is slowed a little when ahead and sped up when behind', () => {
    const ahead = steer(1, 1.04, 5)
    const behind = steer(1, 0.96, 5)
    expect(ahead && 'rate' in ahead && ahead.rate).toBeLessThan(1)
    expect(behind && 'rate' in behind && behind.rate).toBeGreaterThan(1)
  })

  test('is never sped up by more than 12 %', () => {
    const steering = steer(1, 0.76, 5)
    expect(steering && 'rate' in steering && steering.rate).toBeLessThanOrEqual(1.12)
  })

  test('jumps when it is far off', () => {
    expect(steer(3, 2, 5)).toEqual({ jump: 3 })
  })

  test('waits at its end while a longer one goes on', () => {
    expect(steer(7, 5.04, 5.04)).toBeNull()
    expect(steer(5.03, 4.9, 5.04)).toBeNull()
  })

  test('catches up to 0.01 s within 3 s when it is just too close to jump', () => {
    let [lead, follow] = [0, 0.24]
    for (let tick = 0; tick < 180; tick++) {
      const steering = steer(lead, follow, 60)
      lead += 1 / 60
      follow += (steering && 'rate' in steering ? steering.rate : 1) / 60
    }
    expect(Math.abs(follow - lead)).toBeLessThan(0.011)
  })
})

describe('a frame step', () => {
  const LENGTH = 121 * FRAME_S

  test('lands in the middle of the next frame, wherever it starts in this one', () => {
    expect(frameAt(0, 1, LENGTH)).toBeCloseTo(1.5 * FRAME_S)
    expect(frameAt(0.9 * FRAME_S, 1, LENGTH)).toBeCloseTo(1.5 * FRAME_S)
  })

  test('and a step back return to the same frame', () => {
    const there = frameAt(1, 0, LENGTH)
    expect(frameAt(frameAt(there, 1, LENGTH), -1, LENGTH)).toBeCloseTo(there)
  })

  test('stays within the video', () => {
    expect(frameAt(0, -1, LENGTH)).toBeCloseTo(0.5 * FRAME_S)
    expect(frameAt(LENGTH, 1, LENGTH)).toBeCloseTo(120.5 * FRAME_S)
  })
})
