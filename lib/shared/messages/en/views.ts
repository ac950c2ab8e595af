import type { Show } from '@/lib/shared/view'

const shows: Record<Show, string> = {
  all: 'All',
  making: 'In progress',
  done: 'Done',
  failed: 'Failed',
  starred: 'Starred',
  team: 'Shared',
}

const none: Record<Show, string> = {
  all: 'No videos yet.',
  making: 'Nothing in progress.',
  done: 'No finished videos yet.',
  failed: 'No failed videos.',
  starred: 'No starred videos yet.',
  team: 'Nothing shared yet.',
}

/** The gallery’s filters and search. */
export const viewsEn = {
  label: 'Filter videos',
  /** Labels of the filters. */
  shows,
  search: 'Search prompts',
  clear: 'Clear search',
  /** When a view is empty. */
  none,
  noMatch: (text: string) => `No prompt contains “${text}”.`,
  /** Names the filter by tag. */
  tag: 'Tag',
  noTag: (tag: string) => `Nothing here is tagged “${tag}”.`,
  clearTag: (tag: string) => `Stop filtering by ${tag}`,
  /** Offline, when nothing loaded before matches. */
  noneYet: 'No match among the videos loaded so far. The search continues when you’re back online.',
  showAll: 'Show all videos',
  allFailed: 'Show all failed',
  /** Announced once to screen readers. */
  found: (count: number) => (count === 1 ? '1 video.' : `${count} videos.`),
  foundMany: (count: number) => `The newest ${count} videos, more below.`,
  broken: 'No connection to the server. Your videos are safe. Reconnecting…',
  signedOut: 'You’ve been signed out. Your videos are safe.',
  signIn: 'Sign in',
  connected: 'Connected again.',
}
