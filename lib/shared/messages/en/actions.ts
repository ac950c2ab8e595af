/** Toasts after an action on a generation, in English. */
export const actionsEn = {
  /** Label of the toasts' region. */
  toasts: 'Notifications',
  dismiss: 'Dismiss',
  undo: 'Undo',
  /** `why`: a sentence. */
  notStarred: (why: string) => `The star wasn’t changed. ${why}`,
  putBack: 'Undo',
  seedKept: (seed: number) => `Prompt, photos and settings are back in the form, with seed ${seed} locked.`,
  continued: 'This video’s last frame is now your first frame.',
  noLastFrame:
    'Couldn’t get the video’s last frame. Check your connection and that the video plays to its end, then try again.',
  alteredFrame:
    'Your browser’s fingerprinting protection alters frames taken from a video. Turn it off for this site and try again, or turn on “Return last frame” for the next video.',
  noPhotos:
    'Couldn’t get this video’s photos. It may no longer be shared; if it is, check your connection and try again.',
  gone: 'That video is no longer here.',
  compare: {
    /** Name of the check on a card. */
    check: 'Compare',
    chosen: (prompt: string) => `Pick another video to compare with “${prompt}”`,
    chosenMany: (count: number) => `${count} videos to compare. Up to four fit side by side.`,
    begin: 'Compare',
    cancel: 'Cancel',
  },
}
