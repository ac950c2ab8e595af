import { BetweenError, betweenOf } from './between'
import { requestAt } from './request'

/** Files may be large and lines slow. */
const TIMEOUT_MS = 150_000

/**
 * Downloads an image of ours.
 * @throws Error when it cannot be had; BetweenError when something else answered, such as a network's sign-in page
 */
export async function fetchFile(address: string): Promise<Blob> {
  const response = await requestAt(address, { timeoutMs: TIMEOUT_MS, redirect: 'follow' })
  const file = await response.blob()
  if (response.ok && file.type.startsWith('image/')) return file
  throw new BetweenError(betweenOf(response.status))
}
