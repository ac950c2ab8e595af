/** Decisions that a generation leaves to the user, in English. */
export const decisionsEn = {
  no: 'Cancel',
  networkError: 'The server didn’t respond. Check your connection and try again.',
  /** `detail`: the server's words. */
  says: (detail: string) => `The server said: ${detail}`,
  /** `what`: a phrase without closing punctuation. */
  saysBesides: (what: string, detail: string) => `${what}. The server said: ${detail}`,
  /** A lost response: the user looked, and the task exists. */
  follow: {
    label: 'Task ID',
    hint: 'Found it? Paste its task ID.',
    button: 'Track it',
    /** The taskid that a user entered may be wrong. */
    correct: {
      hint: 'This task ID was entered by hand. If it’s wrong, enter the right one.',
      button: 'Correct it',
    },
    unreadable: 'Enter a task ID of 1 to 200 characters. Copy it from the console.',
    done: 'Now tracking this task.',
    /** For a generation we stopped following. */
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
