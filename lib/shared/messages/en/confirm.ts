/** Confirmations before something that can’t be undone, in English. */
export const confirmEn = {
  /** By type of deletion. */
  remove: {
    video: {
      title: 'Delete this video?',
      text: 'This deletes the file here and the task at the provider.',
    },
    queued: {
      title: 'Delete this entry?',
      text: 'It’s still in line. Nothing was sent for it, so nothing is paid.',
    },
    making: {
      title: 'Delete this video?',
      text: 'It’s still rendering. It won’t be saved here, and the task at the provider is deleted. You may be billed anyway.',
    },
    task: {
      title: 'Delete this entry?',
      text: 'There is no video. This deletes the entry here and the task at the provider.',
    },
    unclear: {
      title: 'Delete this entry?',
      text: 'If the provider created a task, it stays there and may be billed, but the record here is gone.',
    },
    refused: {
      title: 'Delete this entry?',
      text: 'There is no video, and nothing was created at the provider. This deletes only the entry here.',
    },
  },
  /** A task that may already have been created. */
  sendAgain: {
    title: 'Send it again?',
    text: 'The first request may have been created and billed, so you may pay twice. Check the provider’s console before you send it again.',
  },
}
