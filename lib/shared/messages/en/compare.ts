/** Picking videos to compare, in English. */
export const compareEn = {
  /** Name of the check on a card. */
  check: 'Compare',
  chosen: (prompt: string) => `Pick another video to compare with “${prompt}”`,
  chosenMany: (count: number) => `${count} videos to compare. Up to four fit side by side.`,
  begin: 'Compare',
  cancel: 'Cancel',
}
