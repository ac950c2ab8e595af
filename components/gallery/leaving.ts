import * as z from 'zod/mini'
import { readStored, writeStored } from '@/lib/client/storage'

const NAME = 'leaving'
const schema = z.array(z.string())

/**
 * Ids of the generations that this tab has set out to delete. What the server did not hear of when the page was left,
 * it is told when the page is there again.
 */
export const leaving = {
  read: (): string[] => schema.safeParse(readStored('tab', NAME)).data ?? [],
  keep: (ids: readonly string[]): void => writeStored('tab', NAME, ids),
}
