/** Decisions that a generation leaves to the user, in English. */
export const decisionsEn = {
  no: 'Cancel',
  networkError: 'The server didn’t respond. Check your connection and try again.',
  /** `detail`: the server's words. */
  says: (detail: string) => `The server said: ${detail}`,
  /** `what`: a phrase without closing punctuation. */
  saysBesides: (what: string, detail: string) => `${what}. The server said: ${detail}`,
  sendAgain: 'Send again',
  remove: {
    button: 'Delete',
    done: 'Deleted.',
    /** `why`: a sentence. */
    failed: (why: string) => `It wasn’t deleted. ${why}`,
  },
}
