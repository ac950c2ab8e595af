import type { Form } from './run'

/** Every fault and every step once, in about a minute: part of `npm test`. */
export const SHORT: Form = {
  submissions: 2,
  faultsEach: 1,
  faultRounds: 1,
  killRounds: 1,
  plainRounds: 8,
  awayRounds: 1,
  long: false,
  least: { faults: 40, kills: 8, ofEach: 0 },
}

/** The full suite, in about ten minutes. */
export const WHOLE: Form = {
  submissions: 3,
  faultsEach: 2,
  faultRounds: 5,
  killRounds: 9,
  plainRounds: 12,
  awayRounds: 4,
  long: true,
  least: { faults: 500, kills: 100, ofEach: 1 },
}

/**
 * The seed, 1 unless FAULTS_SEED or an argument sets another, so that every failure can be reproduced.
 * @throws Error when it is not a whole number
 */
export function chosenSeed(given = process.env.FAULTS_SEED || '1'): number {
  const seed = Number(given)
  if (!Number.isInteger(seed))
    throw new Error(`The seed is "${given}", but must be a whole number. Example: 42`)
  return seed
}
