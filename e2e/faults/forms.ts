import type { Form } from './run'

/** Every fault and every step once: a minute, as part of `npm test`. */
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

/** The whole of it: some ten minutes. */
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
 * The same each time unless FAULTS_SEED, or an argument, gives another: what fails once can be had again.
 * @throws Error when it is no whole number
 */
export function chosenSeed(given = process.env.FAULTS_SEED || '1'): number {
  const seed = Number(given)
  if (!Number.isInteger(seed))
    throw new Error(`The seed is "${given}", but must be a whole number. Example: 42`)
  return seed
}
