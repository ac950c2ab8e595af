import { listOf, readStored, writeStored } from '@/lib/client/storage'

const NAME = 'leaving'

/**
 * Ids of generations that this tab is about to delete, kept in session storage. Deletions that the server did not
 * hear of before the page was left are sent when the page loads again.
 */
export const pendingRemovals = {
  read: (): string[] => listOf(readStored('tab', NAME)).filter((id) => typeof id === 'string'),
  keep: (ids: readonly string[]): void => writeStored('tab', NAME, ids),
}
