/** What a card says in place of a film, in English. */
export const outcomesEn = {
  /** No answer came from the studio itself. */
  silent: {
    title: 'The studio did not answer',
    text: 'The connection broke before the answer came. Sending again is safe: it makes at most one film.',
  },
  /** Why a task that was created came to nothing. `reason`: the provider's words. */
  failed: {
    generation_failed: {
      title: 'The film could not be made',
      text: (reason: string) => `The provider started and then gave up, saying: ${reason}`,
    },
    task_expired: {
      title: 'Time ran out',
      text: (_: string) =>
        'The provider did not finish the film within the time it had. Try again, perhaps with a longer one.',
    },
    task_gone: {
      title: 'The provider lost the task',
      text: (_: string) => 'The task was created, but the provider no longer knows it. Try again.',
    },
    result_lost: {
      title: 'The film could not be fetched',
      text: (_: string) => 'The film was made, but it could not be copied here before its address expired.',
    },
  },
  /** Its taskid was found to be another video's. */
  taskidTaken: {
    title: 'The task ID belongs to another video',
    text: 'The task ID of this video was taken back, because it belongs to another one. Look in the provider’s console which task is this one’s, and enter its ID.',
  },
  /** Stands after a refusal's sentence, when it came at once. */
  nothingCreated: 'Nothing was created, so nothing should be billed.',
  /** Stands after a failure that came later. */
  maybeBilled: 'It may have been billed; the provider’s console at tensorai.tensorslab.com shows it.',
  /** The film waits at a host that nobody has allowed. */
  hostNotAllowed: (host: string) =>
    `The film is made, but waits at ${host}. Whoever runs this studio has to add that host to TENSORSLAB_RESULT_HOSTS.`,
}
