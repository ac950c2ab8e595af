/** What to do about a failure. In English. */
export const followEn = {
  /** Opens the field for the task ID that the user found in the provider’s console. */
  found: 'I found it',
  label: 'Task ID',
  hint: 'Found it? Paste its task ID.',
  button: 'Track it',
  /** What a user entered can be the wrong one. */
  correct: {
    open: 'Wrong task ID?',
    hint: 'This task ID was entered by hand. If it’s wrong, enter the right one.',
    button: 'Correct it',
  },
  unreadable: 'Enter a task ID of 1 to 200 characters. Copy it from the console.',
  done: 'Now tracking this task.',
  /** For one that was given up. */
  again: 'Check again',
  topUp: 'Top up',
}
