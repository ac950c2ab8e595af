/** The menu of a card, in English. */
export const cardMenuEn = {
  /** Sends the same prompt, photos and settings at once, with a new seed. */
  runAgain: 'Run again',
  keepSeed: 'Keep this seed',
  page: 'Details',
  copyPrompt: 'Copy prompt',
  copied: 'Prompt copied.',
  notCopied: 'The browser blocked copying. Open Details and copy the prompt by hand.',
  shared: 'Shared with the team.',
  unshared: 'No longer shared with the team.',
  notShared: (why: string) => `Sharing wasn’t changed. ${why}`,
  share: 'Share with the team',
  /** Confirmation: what is shared, and what others can do with it. */
  confirmShare: {
    title: 'Share this video with the team?',
    text: 'Your team will see the video, its prompt, photos and tags, and can copy the photos to make videos of their own. If you stop sharing, they lose access to all of it except the copies and the videos they made.',
    yes: 'Share',
  },
  unshare: 'Stop sharing',
  lastFrame: 'Download last frame',
  select: 'Select',
  tags: 'Tags',
  remove: 'Delete',
}
