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
  noPhotos:
    'Couldn’t get this video’s photos. It may no longer be shared; if it is, check your connection and try again.',
  gone: 'That video is no longer here.',
}
