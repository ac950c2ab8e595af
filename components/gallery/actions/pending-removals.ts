import { listOf, readStored, writeStored } from '@/lib/client/storage'

const NAME = 'leaving'
/**
 * Ids of the generations that this tab has set out to delete. What the server did not hear of when the page was left,
 * it is told when the page is there again.
 */
export const leaving = {
  read: (): string[] => listOf(readStored('tab', NAME)).filter((id) => typeof id === 'string'),
  keep: (ids: readonly string[]): void => writeStored('tab', NAME, ids),
}
