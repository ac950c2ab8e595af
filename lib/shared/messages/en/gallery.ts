import type { Status } from '@/lib/shared/generation'
import { dayIn, daysBetween } from '@/lib/shared/messages/days'

/** A short status, shown beside the settings of a generation. */
const status: Record<Status, string> = {
  queued: 'in line',
  submitting: 'sending',
  pending: 'waiting at the provider',
  processing: 'rendering',
  uploading: 'finishing',
  saving: 'saving',
  completed: 'done',
  failed: 'failed',
  rejected: 'rejected',
  unknown: 'unknown',
}

function dayEn(made: Date, now: Date): string | null {
  const days = daysBetween(made, now)
  return days < 1 ? null : days === 1 ? 'Yesterday' : dayIn('en', made, now)
}

/** The gallery. */
export const galleryEn = {
  title: 'Your videos',
  video: 'Generated video',
  play: 'Play',
  notPlayed: 'Couldn’t play the video',
  notPlayedText: 'The connection dropped, or this browser can’t play it. Try again, or download it.',
  playAgain: 'Try again',
  download: 'Download',
  reuse: 'Reuse',
  onward: 'Continue',
  /** When it was made: nothing for today. In the reader’s time zone. */
  day: (made: Date, now: Date) => dayEn(made, now),
  by: (name: string) => `by ${name}`,
  /** On the card of one's own video. */
  shared: 'Shared with the team',
  star: 'Star',
  moreActions: 'More',
  keys: 'Keyboard shortcuts',
  copyTaskId: 'Copy task ID',
  copied: 'Copied',
  notCopied: 'The browser blocked copying. Select the task ID and copy it by hand.',
  edit: 'Edit and try again',
  sendAgain: 'Send again',
  console: 'Open console',
  status,
  /** Current activity, under the elapsed time. */
  eta: {
    queued: 'In line',
    submitting: 'Sending to the provider',
    pending: 'Waiting at the provider · usually a few minutes',
    processing: 'Rendering · usually a few minutes',
    uploading: 'Rendered · the provider is storing it',
    saving: 'Rendered · saving it here',
  },
  elapsed: 'Time since it was sent',
  sound: 'sound',
  seed: (seed: number) => `seed ${seed}`,
  /** Announced once to screen readers. */
  ready: (prompt: string) => `Your video is ready: ${prompt}`,
  ended: (prompt: string) => `A video failed: ${prompt}`,
  empty: {
    title: 'Your videos appear here',
    text: 'Describe a scene, add a photo if you like, and press Generate. Or start from one of these:',
    /** Each fits its picture in public/examples. */
    examples: [
      'The sun sinks behind the dunes, sand blows off their crests. Slow push-in. Wind, no music.',
      'Blue mist drifts between mountain ridges before dawn. The camera rises slowly. Distant birdsong.',
      'Shot 1: hills in the pink light after sunset. Shot 2: the camera drifts down into the valley.',
    ],
  },
  unreadable: {
    title: 'This record can’t be read',
    text: 'A newer version may have written it, or it is damaged. Your other videos are not affected.',
  },
  /** Our own server didn't answer. */
  networkError: {
    title: 'The server didn’t respond',
    text: 'The connection dropped before a response arrived.',
    safe: 'It’s safe to send again: you get at most one video.',
  },
  loading: 'Loading your videos',
  more: 'Load more',
}
