import { moment, number } from '@/lib/shared/messages/numbers'
import type { CostState } from '@/lib/shared/spend/cost'

const creditsOf = (credits: number) => (credits === 1 ? '1 credit' : `${number('en', credits)} credits`)

/** The page of one generation and two side by side, in English. */
export const generationEn = {
  beside: 'Videos',
  newer: 'Newer video',
  older: 'Older video',
  settings: 'Settings',
  size: 'Size',
  pixels: (width: number, height: number) => `${width} × ${height} px`,
  yes: 'Yes',
  no: 'No',
  ownSeed: 'Random',
  photos: 'Photos',
  firstFrame: 'First frame',
  lastFrame: 'Last frame',
  times: 'Details',
  asked: 'Created',
  sent: 'Sent',
  done: 'Saved',
  changed: 'Last updated',
  took: 'Render time',
  /** `timeZone`: an IANA name; undefined for the reader's own. */
  moment: (time: string, timeZone: string | undefined) => moment('en', time, timeZone),
  span: (minutes: number, seconds: number) =>
    minutes === 0 ? `${seconds} s` : `${minutes} min ${seconds} s`,
  state: 'State',
  cost: 'Cost',
  /** By what became of the credits. */
  costs: {
    reserved: (credits: number) => `${creditsOf(credits)}, reserved`,
    spent: (credits: number) => `${creditsOf(credits)}, by the entered price`,
    released: () => 'Not billed',
    unknown: (credits: number) => `${creditsOf(credits)}, if it was billed`,
  } satisfies Record<CostState, (credits: number) => string>,
  taskId: 'Task ID',
  developers: 'For developers',
  request: 'API request',
  requestHint:
    'Sends the same request from a terminal. Set TENSORSLAB_API_KEY to your key; photos are read from the current folder. It makes a new video and is billed.',
  copied: 'Copied.',
  notCopied: 'The browser blocked copying. Select the text and copy it by hand.',
  copyPrompt: 'Copy prompt',
  copyTaskId: 'Copy task ID',
  copyRequest: 'Copy request',
  downloadVideo: 'Download',
  downloadLastFrame: 'Download last frame',
  again: 'Reuse',
  keepSeed: 'Keep this seed',
  onward: 'Continue',
  remove: 'Delete',
  notFollowed: 'No connection to the server. This may be out of date.',
  compare: {
    title: 'Side by side',
    play: (videos: number): string => (videos > 2 ? 'Play all' : 'Play both'),
    pause: (videos: number): string => (videos > 2 ? 'Pause all' : 'Pause both'),
    time: 'Time',
    at: (time: string, whole: string) => `${time} of ${whole}`,
    swap: 'Swap sides',
    hear: 'Listen',
    video: (position: number) => `Video ${position}`,
    same: 'Same settings.',
    differs: 'Differences',
    failed: 'One of the videos couldn’t be played. Check your connection, then close this and open it again.',
    close: 'Close',
  },
}
