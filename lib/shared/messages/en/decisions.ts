/** What a generation leaves for the user to decide, in English. */
export const decisionsEn = {
  no: 'Cancel',
  networkError: 'The server didn’t respond. Check your connection and try again.',
  /** `detail`: the server's own words. */
  says: (detail: string) => `The server said: ${detail}`,
  /** `what`: a few words without an end. */
  saysBesides: (what: string, detail: string) => `${what}. The server said: ${detail}`,
  /** A lost answer: the user looked, and the task is there. */
  follow: {
    label: 'Task ID',
    hint: 'Found it? Paste its task ID.',
    button: 'Track it',
    /** What a user entered can be the wrong one. */
    correct: {
      hint: 'This task ID was entered by hand. If it’s wrong, enter the right one.',
      button: 'Correct it',
    },
    unreadable: 'Enter a task ID of 1 to 200 characters. Copy it from the console.',
    done: 'Now tracking this task.',
    /** For one that was given up. */
    again: 'Check again',
  },
  sendAgain: 'Send again',
  remove: {
    button: 'Delete',
    done: 'Deleted.',
    /** `why`: a sentence. */
    failed: (why: string) => `It wasn’t deleted. ${why}`,
  },
}
