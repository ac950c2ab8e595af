/** The menu of a card, in English. */
export const cardMenuEn = {
  page: 'Open its page',
  copyPrompt: 'Copy prompt',
  copied: 'The prompt is copied.',
  notCopied: 'The browser did not let this be copied. Open the film’s page and copy it by hand.',
  share: 'Share with the team',
  unshare: 'Stop sharing',
  star: 'Star',
  unstar: 'Remove star',
  lastFrame: 'Download last frame',
  fullScreen: 'Full screen',
  compare: 'Compare',
  remove: 'Delete',
}
