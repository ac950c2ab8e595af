/** What is said when something has been done with a film, in English. */
export const deedsEn = {
  /** The lines at the lower edge, as a whole. */
  notices: 'Notices',
  dismiss: 'Dismiss',
  undo: 'Undo',
  /** `why`: a sentence. */
  notStarred: (why: string) => `The star was not changed. ${why}`,
  putBack: 'Put back what was there',
  continued: 'The form goes on from this film’s last frame.',
  noLastFrame:
    'The film’s last frame could not be fetched. Check the connection, play the film to see whether it is whole, and try again.',
  noPhotos:
    'The photos of this video could not be fetched. It may no longer be shared; otherwise check the connection and try again.',
  gone: 'That film is no longer here.',
  compare: {
    chosen: (prompt: string) => `Compare with another film: ${prompt}`,
    cancel: 'Don’t compare',
  },
}
