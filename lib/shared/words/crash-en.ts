/** The page broke; it may be all that there is, so it stands by itself. */
export const crashEn = {
  title: 'The page stumbled',
  text: 'Something in this page broke. Your films are safe, and nothing was sent because of it.',
  again: 'Show the page again',
}
