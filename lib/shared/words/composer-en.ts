import { number } from './numbers'

const n = (value: number) => number('en', value)

/** The form: prompt, settings, and the button that sends. */
export const composerEn = {
  title: 'New film',
  prompt: 'Prompt',
  promptExample: 'A koala waves from a rainy eucalyptus. Slow push-in. Rain, no music.',
  /** Begins what helps with the words. */
  tools: { camera: 'Camera', light: 'Light', sound: 'Sound', more: 'More' },
  count: (length: number, limit: number) => `${n(length)} / ${n(limit)}`,
  model: 'Model',
  firstFrameOnly: (model: string) => `${model} takes a first frame only. The last frame won’t be sent.`,
  adaptive: 'Adaptive',
  seconds: (seconds: number) => `${seconds} s`,
  size: (width: number, height: number) => `${width} × ${height} px, 24 frames a second`,
  sizeLikeImage: (ratio: string, width: number, height: number) =>
    `${ratio} is closest to the first frame: ${width} × ${height} px`,
  sizeOpen: 'The model chooses the ratio that suits the prompt.',
  advanced: 'Advanced',
  lockSeed: 'Keep this seed',
  reset: 'Reset all settings',
  resetDone: 'All settings are as they were at first.',
  expiresOwn: 'As the provider sets it',
  hours: (hours: number) => (hours === 1 ? '1 hour' : `${n(hours)} hours`),
  generate: 'Generate',
  usual: 'Usually a few minutes',
  making: (count: number) => `${n(count)} being made`,
  waitingForImages: 'Waiting for the photo to arrive, then it is sent.',
  dontSend: 'Don’t send',
  notSentImage: 'Nothing was sent: a photo could not be used. Replace or remove it.',
  notSentChanged: 'Nothing was sent, because the photos changed. Press Generate again when you are ready.',
  notSentBroken: 'Nothing was sent: the studio cannot be reached. Try again when the connection is back.',
  alreadySending: 'This is being sent already. Change something to send another.',
  sent: 'Sent. The film appears among your films.',
  filled: 'The prompt and its settings are in the form again.',
}
