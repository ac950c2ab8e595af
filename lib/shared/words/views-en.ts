import type { Show } from '@/lib/shared/view'

const shows: Record<Show, string> = {
  all: 'All',
  making: 'Making',
  done: 'Done',
  failed: 'Failed',
  starred: 'Starred',
  team: 'Team',
}

const none: Record<Show, string> = {
  all: 'There are no films yet.',
  making: 'No film is being made right now.',
  done: 'No film is finished yet.',
  failed: 'Nothing has failed.',
  starred: 'You have not starred a film yet.',
  team: 'Nobody else shares a film yet.',
}

/** What of the films is shown, and finding one. */
export const viewsEn = {
  label: 'Which films are shown',
  /** On the filters. */
  shows,
  search: 'Search prompts',
  /** When a view is empty. */
  none,
  noMatch: (text: string) => `No prompt here contains “${text}”.`,
  /** Without a connection, when nothing that was fetched before fits. */
  noneYet: 'None of the films at hand fits. The others are looked up as soon as the connection is back.',
  showAll: 'Show all films',
  /** Said once to screen readers. */
  found: (count: number) => (count === 1 ? 'One film.' : `${count} films.`),
  foundMany: (count: number) => `The newest ${count} films, and more below.`,
  broken: 'No connection to the studio. Your films are safe, and it keeps trying.',
  connected: 'The connection is back.',
}
