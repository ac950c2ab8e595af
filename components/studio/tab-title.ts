/** The tab’s title: the number of active videos, and a tick if one ended while the page was hidden. */
export function tabTitle(making: number, unseen: boolean): string {
  const count = making > 0 ? `(${making})` : ''
  return [unseen && '✓', count, 'Promptreel'].filter(Boolean).join(' ')
}
