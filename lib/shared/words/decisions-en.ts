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
    unreadable:
      'A task ID has only letters, digits, dots, hyphens and underscores. Copy it from the console.',
    already: 'Another film here has this task ID already. Enter the one that is missing.',
    done: 'The task is followed from now on.',
  },
  sendAgain: 'Send again',
  remove: {
    button: 'Delete',
    done: 'Deleted.',
    /** `why`: a sentence. */
    failed: (why: string) => `It was not deleted and is still here. ${why}`,
  },
}
