import type { Show } from '@/lib/shared/view'

const none: Record<Show, string> = {
  all: 'No videos yet.',
  making: 'Nothing in progress.',
  done: 'No finished videos yet.',
  failed: 'No failed videos.',
  starred: 'No starred videos yet.',
  team: 'Nothing shared yet.',
}

/** The empty state of a filtered view, in English. */
export const nothingFoundEn = {
  none,
  noMatch: (text: string) => `No prompt contains “${text}”.`,
  noTag: (tag: string) => `Nothing here is tagged “${tag}”.`,
  /** Offline, when nothing loaded before matches. */
  noneYet: 'No match among the videos loaded so far. The search continues when you’re back online.',
  showAll: 'Show all videos',
}
