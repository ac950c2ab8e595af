import { promptLength } from '@/lib/shared/prompt'
import type { FieldReason } from '@/lib/shared/reason'
import { distinctTags, TAGS, tidyTag } from '@/lib/shared/tags'
import { hasBrokenCharacter, isVisible } from '@/lib/shared/visible-text.js'

/** Tags as they are stored, without repeats, and why some of those given are none. */
export function parseTags(
  given: readonly string[],
  field: string,
): { tags: string[]; reasons: FieldReason[] } {
  const tags = distinctTags(given.map(tidyTag))
  const reasons = tags.flatMap((tag) => whyNot(tag, field))
  if (tags.length > TAGS.each)
    reasons.push({ type: 'too_many_tags', field, limit: TAGS.each, count: tags.length })
  return { tags, reasons }
}

function whyNot(tag: string, field: string): FieldReason[] {
  if (hasBrokenCharacter(tag)) return [{ type: 'broken_character', field }]
  if (!isVisible(tag)) return [{ type: 'tag_blank', field }]
  const length = promptLength(tag)
  return length > TAGS.characters ? [{ type: 'too_long', field, limit: TAGS.characters, length }] : []
}
