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
  /** Asked before: what is shared, and what others can do with it. */
  askShare: {
    title: 'Share this video with the team?',
    text: 'The team sees the video, its prompt and its photos, and can make videos of their own from copies of the photos. When you stop sharing, all of it is gone for them, except the copies and what they made.',
    yes: 'Share',
  },
  unshare: 'Stop sharing',
  star: 'Star',
  unstar: 'Remove star',
  lastFrame: 'Download last frame',
  fullScreen: 'Full screen',
  compare: 'Compare',
  remove: 'Delete',
}
