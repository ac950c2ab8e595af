/** Shown when the page has crashed. Nothing else may be loaded, so it depends on nothing. */
export const crashEn = {
  title: 'Something went wrong',
  text: 'This page ran into an error. Your videos are safe, and nothing was sent because of it.',
  again: 'Try again',
}
