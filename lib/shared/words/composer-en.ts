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
  ratio: 'Ratio',
  adaptive: 'Adaptive',
  duration: 'Duration',
  seconds: (seconds: number) => `${seconds} s`,
  resolution: 'Resolution',
  size: (width: number, height: number) => `${width} × ${height} px, 24 frames a second`,
  sizeLikeImage: (ratio: string, width: number, height: number) =>
    `${ratio} is closest to the first frame: ${width} × ${height} px`,
  sizeOpen: 'The model chooses the ratio that suits the prompt.',
  advanced: 'Advanced',
  seed: 'Seed',
  seedHint:
    'The same seed with the same settings gives a similar film. It is used once, unless you keep it. Empty: a new one each time.',
  lockSeed: 'Keep this seed',
  reset: 'Reset all settings',
  resetDone: 'All settings are as they were at first.',
  fps: 'Frame rate',
  fpsHint: 'Frames a second. This model makes 24, whatever is asked.',
  expires: 'Expires after',
  expiresHint: 'How long the provider may keep trying before it gives up.',
  expiresOwn: 'As the provider sets it',
  hours: (hours: number) => (hours === 1 ? '1 hour' : `${n(hours)} hours`),
  sound: 'Sound',
  soundHint: 'Speech, noises and music, made with the film.',
  lastFrame: 'Return last frame',
  lastFrameHint: 'The film’s last picture as a file, to continue from.',
  webSearch: 'Web search',
  webSearchHint: 'The model may look things up before it starts.',
  changed: {
    seed: (seed: string) => `seed ${seed}`,
    fps: (fps: string) => `${fps} fps`,
    expires: (hours: number) => `expires after ${n(hours)} h`,
    sound: 'sound on',
    lastFrame: 'last frame',
    webSearch: 'web search',
  },
  generate: 'Generate',
  usual: 'Usually a few minutes',
  making: (count: number) => `${n(count)} being made`,
  waitingForImages: 'Waiting for the photo to arrive, then it is sent.',
  dontSend: 'Don’t send',
  notSentImage: 'Nothing was sent: a photo could not be used. Replace or remove it.',
  notSentChanged: 'Nothing was sent, because the photos changed. Press Generate again when you are ready.',
  alreadySending: 'This is being sent already. Change something to send another.',
  sent: 'Sent. The film appears among your films.',
  filled: 'The prompt and its settings are in the form again.',
}
