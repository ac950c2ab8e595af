import type { Generation } from '@/lib/shared/generation'
import type { TagCount } from '@/lib/shared/tags'
import { update } from './generations'
import { remembering } from './remembering'
import type { Refused } from './send'

const received = remembering(
  async (json): Promise<TagCount[]> => (await import('./answers')).tagsSchema.parse(json).items,
)

/** One's own tags, the most used first; none where they can't be had, since they only help with typing. */
async function read(): Promise<TagCount[]> {
  try {
    return (await received('/api/tags')) ?? []
  } catch {
    return []
  }
}

/** Replaces the tags of a generation. */
function set(
  id: string,
  tags: readonly string[],
): Promise<{ type: 'tagged'; generation: Generation } | Refused> {
  return update(id, { tags }, (generation) => ({ type: 'tagged', generation }))
}

/** The API for tags. Not by the index: it comes with the parts about tags. No function here throws. */
export const tags = { read, set }
