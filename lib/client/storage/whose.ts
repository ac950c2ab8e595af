import { forgetStored, readStored, writeStored } from './stored'

const NAME = 'whose'

/**
 * Forgets what this browser has kept for somebody else, before anything of it is read: whoever sits here now sees no
 * draft of the one before, however that one left. To be called by every page that knows who has signed in.
 */
export function keepOnlyFor(user: string): void {
  for (const area of ['tab', 'browser'] as const) {
    if (readStored(area, NAME) === user) continue
    forgetStored(area)
    writeStored(area, NAME, user)
  }
}

/** Forgets all that this browser and this tab have kept: the person leaves. */
export function forgetAll(): void {
  forgetStored('tab')
  forgetStored('browser')
}
