import { number } from '@/lib/shared/messages/numbers'
import { tooLongEn } from './too-long'

const n = (value: number) => number('en', value)

/** The form: prompt, settings, and the button that sends. */
export const composerEn = {
  title: 'New video',
  prompt: 'Prompt',
  presets: 'Presets',
  promptExample: 'A koala waves from a rainy eucalyptus. Slow push-in. Rain, no music.',
  /** Opens prompt help. */
  tools: { camera: 'Camera', light: 'Light', sound: 'Sound', more: 'More' },
  tooLong: (length: number, limit: number) => tooLongEn('The prompt', length, limit),
  count: (length: number, limit: number) => `${n(length)} / ${n(limit)}`,
  model: 'Model',
  firstFrameOnly: (model: string) => `${model} takes a first frame only. The last frame won’t be sent.`,
  adaptive: 'Adaptive',
  seconds: (seconds: number) => `${seconds} s`,
  resolution: 'Resolution',
  size: (width: number, height: number) => `${width} × ${height} · 24 fps`,
  sizeLikeImage: (ratio: string, width: number, height: number) =>
    `Matches your photo: ${ratio}, ${width} × ${height}`,
  sizeOpen: 'The model picks a ratio to suit the prompt.',
  advanced: 'Advanced',
  hours: (hours: number) => (hours === 1 ? '1 hour' : `${n(hours)} hours`),
  variations: 'Variations',
  generate: 'Generate',
  usual: 'Usually takes a few minutes',
  making: (count: number) => `${n(count)} in progress`,
  waitingForImages: 'Uploading the photo. Your request is sent as soon as it’s there.',
  dontSend: 'Don’t send',
  notSentImage: 'Nothing was sent: a photo can’t be used. Replace or remove it.',
  notSentChanged: 'Nothing was sent: the photos changed. Press Generate again when you’re ready.',
  notSentBroken: 'Nothing was sent: the server can’t be reached. Try again when you’re back online.',
  alreadySending: 'Already sending. Change something to send another.',
  sent: 'Sent. The video will appear in your gallery.',
  filled: 'Prompt, photos and settings are back in the form.',
}
