import { TAGS } from '@/lib/shared/tags'
import { tooLongEn } from './too-long'

/** Tags of videos, in English. */
export const tagsEn = {
  title: 'Tags',
  titleMany: (count: number) => `Tags of ${count} videos`,
  /** Name of the field. */
  field: 'Add a tag',
  placeholder: 'Add a tag',
  hint: 'Press Enter or type a comma to add a tag.',
  suggestions: 'Your tags',
  remove: (tag: string) => `Remove the tag ${tag}`,
  /** On some of the selected videos only; a press adds it to all. */
  some: 'On some of them. Press one to add it to all:',
  addToAll: (tag: string, count: number, of: number) => `${tag} (${count} of ${of})`,
  tooLong: (length: number) => tooLongEn('A tag', length, TAGS.characters),
  tooMany: (limit: number) => `A video can have at most ${limit} tags. Remove one first.`,
  shownBy: (tag: string) => `Show videos tagged ${tag}`,
  save: 'Save',
  cancel: 'Cancel',
  notTagged: (why: string) => `The tags weren’t changed. ${why}`,
  none: 'You have no tags yet. Add some from the menu of a video.',
  menu: 'Show videos with a tag',
  /** Ends the filter by a tag. */
  clear: (tag: string) => `Stop filtering by ${tag}`,
}
