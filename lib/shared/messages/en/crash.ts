/** Shown when the page crashed; it may be all there is, so it needs nothing else. */
export const crashEn = {
  title: 'Something went wrong',
  text: 'This page ran into an error. Your videos are safe, and nothing was sent because of it.',
  again: 'Try again',
}
