import { call, nothing } from './api'
import { forgetAll } from './storage'

/**
 * Ends this session, clears what the browser has stored, since the next user may be somebody else, and leaves the page.
 * @returns false if the server didn't respond
 */
export async function signOut(): Promise<boolean> {
  const answer = await call('POST', '/api/auth/sign-out', undefined, nothing)
  if (answer.type !== 'done') return false
  forgetAll()
  location.assign('/sign-in')
  return true
}
