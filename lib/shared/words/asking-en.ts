/** What a person is asked before something that cannot be taken back, in English. */
export const askingEn = {
  /** By what would be deleted. */
  remove: {
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
  /** What may have been created already. */
  sendAgain: {
    title: 'Send it again?',
    text: 'The first one may have been created and billed, so you may pay twice. Look in the provider’s console before you send it once more.',
  },
}
