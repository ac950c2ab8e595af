import type { Status } from '@/lib/shared/generation'

/** A status in a few words, beside the settings of a film. */
const status: Record<Status, string> = {
  submitting: 'being sent',
  pending: 'waiting',
  processing: 'being made',
  uploading: 'almost done',
  saving: 'being saved',
  completed: 'done',
  failed: 'failed',
  rejected: 'refused',
  unknown: 'unclear',
}

/** The feed of films. */
export const galleryEn = {
  title: 'Your films',
  video: 'Generated video',
  play: 'Play',
  notPlayed: 'The film could not be played',
  notPlayedText:
    'The connection broke, or this browser cannot read the film. Try again, or download it and play it elsewhere.',
  playAgain: 'Try again',
  download: 'Download',
  makeAgain: 'Make again',
  onward: 'Continue',
  by: (name: string) => `by ${name}`,
  star: 'Star',
  moreDeeds: 'More',
  keys: 'Keyboard shortcuts',
  copyTaskId: 'Copy task ID',
  copied: 'Copied',
  notCopied: 'The browser did not let this be copied. Select the task ID and copy it by hand.',
  edit: 'Edit and try again',
  sendAgain: 'Send again',
  console: 'Open the provider’s console',
  status,
  /** What happens right now, under the elapsed time. */
  waiting: {
    submitting: 'Being sent to the provider.',
    pending: 'Waiting for its turn. Usually a few minutes in all.',
    processing: 'Being made. Usually a few minutes.',
    uploading: 'Made. The provider is storing it.',
    saving: 'Made. It is being copied here.',
  },
  elapsed: 'Time since Generate was pressed',
  sound: 'sound',
  seed: (seed: number) => `seed ${seed}`,
  /** Said once to screen readers. */
  ready: (prompt: string) => `The film is ready: ${prompt}`,
  ended: (prompt: string) => `The film could not be made: ${prompt}`,
  empty: {
    title: 'Your films appear here',
    text: 'Describe a scene, add a photo if you have one, and press Generate. Or start from one of these:',
    examples: [
      'A koala waves from a rainy eucalyptus. Soft morning light, slow push-in. Rain, no music.',
      'A paper boat sails down a gutter in a summer storm. Macro, tracking shot. Water and thunder.',
      'Shot 1: a violet city wakes up window by window. Shot 2: the camera drifts down between the towers.',
    ],
  },
  unreadable: {
    title: 'This record can’t be read',
    text: 'A newer version may have written it, or it is damaged. Your other videos are not affected.',
  },
  loading: 'Fetching your films',
  more: 'Load more',
}
