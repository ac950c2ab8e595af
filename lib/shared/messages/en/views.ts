import type { Show } from '@/lib/shared/view'

const shows: Record<Show, string> = {
  all: 'All',
  making: 'In progress',
  done: 'Done',
  failed: 'Failed',
  starred: 'Starred',
  team: 'Shared',
}

/** The gallery’s filters and search. */
export const viewsEn = {
  label: 'Filter videos',
  /** Labels of the filters. */
  shows,
  search: 'Search prompts',
  clear: 'Clear search',
  allFailed: 'Show all failed',
  /** Announced once to screen readers. */
  found: (count: number) => (count === 1 ? '1 video.' : `${count} videos.`),
  foundMany: (count: number) => `The newest ${count} videos, more below.`,
  broken: 'No connection to the server. Your videos are safe. Reconnecting…',
  signedOut: 'You’ve been signed out. Your videos are safe.',
  signIn: 'Sign in',
  connected: 'Connected again.',
}
