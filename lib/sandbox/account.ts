import { hasRoom } from './concurrency'
import type { Denial } from './ledger'
import { failure, RATE_LIMITED, tooManyRequests } from './replies'
import type { World } from './world'

/** Why the account may not create a valid task now, with the provider's response; null when it may. */
export function denialOf(world: World): { refusal: Denial; response: Response } | null {
  const { beyondLimit } = world.settings
  if (beyondLimit !== 'waits' && !hasRoom(world)) {
    return { refusal: 'beyond_limit', response: BEYOND_LIMIT[beyondLimit]() }
  }
  return null
}

const BEYOND_LIMIT = {
  http_429: () => tooManyRequests('1'),
  worded: () => failure(RATE_LIMITED),
}
