import { folded } from './search'

/** Limits of tags: characters (code points) of one, and how many a generation may have. */
export const TAGS = { characters: 40, each: 20 } as const

/** A tag in use, and how many of one's generations have it. */
export type TagCount = { tag: string; count: number }

/** A tag as it is stored: NFC, on one line, without spaces around it. */
export const tidyTag = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ')

/** Tags that differ only in case or width are the same. */
export const isSameTag = (one: string, other: string): boolean => folded(one) === folded(other)

/** Tags without repeats: of those that are the same, the first. */
export const distinctTags = (tags: readonly string[]): string[] =>
  tags.filter((tag, index) => tags.findIndex((other) => isSameTag(other, tag)) === index)
