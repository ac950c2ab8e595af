const list: readonly (readonly [key: string, does: string])[] = [
  ['J', 'Next video'],
  ['K', 'Previous video'],
  ['Space', 'Play or pause the selected video'],
  ['D', 'Download it'],
  ['R', 'Make it again'],
  ['S', 'Star it'],
  ['/', 'Search your videos'],
  ['F6', 'Go to the latest notification'],
  ['?', 'Show this list'],
]

/** The keyboard shortcuts, in English. */
export const keysEn = {
  list,
  on: 'Single-key shortcuts',
  onHint: 'Turn off if you use voice control, or press keys by mistake.',
  close: 'Close',
}
