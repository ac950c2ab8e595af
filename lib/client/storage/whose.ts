import { forgetCopies } from './forget-copies'
import { forgetStored, readStored, writeStored } from './stored'

/** Holds the id of the user that the stored data belongs to. */
const NAME = 'whose'

/**
 * Clears what this browser stored for another user, before anything is read, so that nobody sees a predecessor’s
 * draft, however that user left. Every page that knows the signed-in user must call it.
 */
export function keepOnlyFor(user: string): void {
  for (const area of ['tab', 'browser'] as const) {
    if (readStored(area, NAME) === user) continue
    forgetStored(area)
    if (area === 'browser') void forgetCopies()
    writeStored(area, NAME, user)
  }
}

/** Clears everything this browser and this tab have stored, on sign-out. */
export function forgetAll(): void {
  forgetStored('tab')
  forgetStored('browser')
  void forgetCopies()
}
