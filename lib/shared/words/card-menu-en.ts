/** The menu of a card, in English. */
export const cardMenuEn = {
  page: 'Open its page',
  copyPrompt: 'Copy prompt',
  copied: 'The prompt is copied.',
  notCopied: 'The browser did not let this be copied. Open the film’s page and copy it by hand.',
  shared: 'The team can see this film now.',
  unshared: 'The team cannot see this film any more.',
  notShared: (why: string) => `Sharing was not changed. ${why}`,
  share: 'Share with the team',
  unshare: 'Stop sharing',
  star: 'Star',
  unstar: 'Remove star',
  lastFrame: 'Download last frame',
  fullScreen: 'Full screen',
  compare: 'Compare',
  remove: 'Delete',
}
