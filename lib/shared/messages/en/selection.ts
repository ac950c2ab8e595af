const videos = (count: number) => (count === 1 ? '1 video' : `${count} videos`)

/** Selecting several videos and what can be done with them, in English. */
export const selectionEn = {
  /** Name of the check on a card. */
  check: 'Select',
  /** Name of the bar. */
  title: 'Selection',
  count: (count: number) => `${count} selected`,
  /** Selected before another filter or search was chosen. */
  hidden: (count: number) => `${count} not in this view`,
  all: 'Select all shown',
  download: 'Download',
  star: 'Star',
  unstar: 'Unstar',
  tags: 'Tags',
  share: 'Share',
  unshare: 'Stop sharing',
  compare: 'Compare',
  compareHint: 'Select two to four finished videos to compare them.',
  remove: 'Delete',
  clear: 'Clear selection',
  tooMany: (limit: number) =>
    `One archive holds at most ${limit} videos. Select fewer, and download the rest separately.`,
  confirmShare: {
    title: (count: number) => `Share ${videos(count)} with the team?`,
    text: 'Your team will see the videos, their prompts, photos and tags, and can copy the photos to make videos of their own.',
    yes: 'Share',
  },
  confirmRemove: {
    title: (count: number) => `Delete ${videos(count)}?`,
    text: (count: number) =>
      count === 1
        ? 'One of them is in progress or its answer was lost. It may be billed anyway, and can’t be brought back.'
        : `${count} of them are in progress or their answer was lost. They may be billed anyway, and can’t be brought back.`,
    yes: 'Delete',
  },
  /** `why`: a sentence. */
  notStarred: (count: number, why: string) => `The star of ${videos(count)} wasn’t changed. ${why}`,
  notShared: (count: number, why: string) => `Sharing of ${videos(count)} wasn’t changed. ${why}`,
  notTagged: (count: number, why: string) => `The tags of ${videos(count)} weren’t changed. ${why}`,
  notRemoved: (count: number, why: string) => `${videos(count)} couldn’t be deleted. ${why}`,
  notRemovable: 'None of these can be deleted: they are being sent, or somebody else’s.',
}
