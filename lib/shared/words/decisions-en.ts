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
  sendAgain: {
    title: 'Send it again?',
    text: 'The first one may have been created and billed, so you may pay twice. Look in the provider’s console before you send it once more.',
    yes: 'Send again',
  },
  remove: {
    button: 'Delete',
    done: 'Deleted.',
    /** `why`: a sentence. */
    failed: (why: string) => `It was not deleted and is still here. ${why}`,
    /** By what would be deleted. */
    ask: {
      film: {
        title: 'Delete this film?',
        text: 'The file here and the task at the provider are deleted.',
      },
      making: {
        title: 'Delete this film?',
        text: 'It is still being made. It will not be saved here, and the task at the provider is deleted. It may be billed all the same.',
      },
      task: {
        title: 'Delete this entry?',
        text: 'There is no film. The entry here and the task at the provider are deleted.',
      },
      unclear: {
        title: 'Delete this entry?',
        text: 'If the provider did create a task, it stays there and may be billed; this studio forgets about it.',
      },
      refused: {
        title: 'Delete this entry?',
        text: 'There is no film, and nothing was created at the provider. Only the entry here is deleted.',
      },
    },
  },
}
