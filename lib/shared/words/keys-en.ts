const list: readonly (readonly [key: string, does: string])[] = [
  ['J', 'Go to the next film'],
  ['K', 'Go to the film before'],
  ['Space', 'Play or pause the film you are at'],
  ['D', 'Download it'],
  ['R', 'Make it again'],
  ['S', 'Star it'],
  ['/', 'Search your films'],
  ['F6', 'Go to the newest notice'],
  ['?', 'Show this list'],
]

/** The single keys, in English. */
export const keysEn = {
  list,
  on: 'Single keys',
  onHint: 'Turn them off if you speak to your computer, or press them by mistake.',
  close: 'Close',
}
