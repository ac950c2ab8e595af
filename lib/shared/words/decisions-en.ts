/** What is left to a person to decide about a film, in English. */
export const decisionsEn = {
  no: 'Cancel',
  silent: 'The studio did not answer. Check the connection and try again.',
  /** `detail`: the studio's own words. */
  says: (detail: string) => `The studio says: ${detail}`,
  /** `what`: a few words without an end. */
  saysBesides: (what: string, detail: string) => `${what}. The studio says: ${detail}`,
  /** A lost answer: the person looked, and the task is there. */
  follow: {
    label: 'Task ID',
    hint: 'If you find the task there, enter its ID to have it followed.',
    button: 'Follow it',
    /** What a person entered can be the wrong one. */
    correct: {
      hint: 'This task ID was entered by hand. If it is the wrong one, enter the right one.',
      button: 'Correct it',
    },
    unreadable: 'Enter a task ID of 1 to 200 characters. Copy it from the console.',
    done: 'The task is followed from now on.',
    /** For one that was given up. */
    again: 'Look for it again',
  },
  sendAgain: 'Send again',
  remove: {
    button: 'Delete',
    done: 'Deleted.',
    /** `why`: a sentence. */
    failed: (why: string) => `It was not deleted and is still here. ${why}`,
  },
}
