import { hasRoom } from './concurrency'
import type { Denial } from './ledger'
import { failure, outOfCredits, RATE_LIMITED, tooManyRequests } from './replies'
import type { World } from './world'

/** Why the account may not create a valid task now, with the provider's response; null when it may. */
export function denialOf(world: World): { refusal: Denial; response: Response } | null {
  const { beyondLimit, credits } = world.settings
  if (beyondLimit !== 'waits' && !hasRoom(world)) {
    return { refusal: 'beyond_limit', response: BEYOND_LIMIT[beyondLimit]() }
  }
  return credits === 0 ? { refusal: 'out_of_credits', response: outOfCredits() } : null
}

const BEYOND_LIMIT = {
  http_429: () => tooManyRequests('1'),
  worded: () => failure(RATE_LIMITED),
}

/** Pays for one accepted create. */
export function pay({ settings }: World): void {
  if (settings.credits !== null) settings.credits--
}
