/** The tab's title: how many videos are being made, and a tick when one came to its end while nobody looked. */
export function tabTitle(making: number, unseen: boolean): string {
  const count = making > 0 ? `(${making})` : ''
  return [unseen && '✓', count, 'Promptreel'].filter(Boolean).join(' ')
}
