/** Where a browser alters what is read from a video, in English. */
export const alteredFrameEn = {
  text: 'Your browser’s fingerprinting protection alters frames taken from a video. Turn it off for this site and try again, or turn on “Return last frame” for the next video.',
}
