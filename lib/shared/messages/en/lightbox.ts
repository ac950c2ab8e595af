/** A video played large, in English. */
export const lightboxEn = {
  name: 'Player',
  previous: 'Previous video',
  next: 'Next video',
  close: 'Close',
}
