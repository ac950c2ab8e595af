const list: readonly (readonly [key: string, does: string])[] = [
  ['Ctrl ⏎', 'Generate'],
  ['J', 'Next video'],
  ['K', 'Previous video'],
  ['Space', 'Play the selected video large; there, play or pause'],
  ['← →', 'Previous or next video while one plays large; frame by frame while comparing'],
  ['D', 'Download it'],
  ['R', 'Reuse it in the form'],
  ['Shift R', 'Run it again with a new seed'],
  ['C', 'Continue from its last frame'],
  ['S', 'Star it'],
  ['X', 'Select it; then Shift and a click selects all up to another'],
  ['Del', 'Delete it'],
  ['/', 'Search your videos'],
  ['Esc', 'Clear the search or the selection; close what is open'],
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
