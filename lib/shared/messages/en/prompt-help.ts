import { number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('en', value)

/** Help with writing a prompt, in English; loaded on opening. */
export const promptHelpEn = {
  shots: {
    title: 'Shots',
    advice: 'Several shots in one video: about three in 15 seconds.',
    next: 'Next shot',
  },
  images: {
    title: 'Photos',
    advice: 'Refer to photos by name.',
    names: ['Image 1', 'Image 2'],
  },
  soundOff: 'Sound is off.',
  soundOn: 'Turn sound on',
  soundIsOn: 'Sound is on.',
  hints: {
    noImage: (image: number) =>
      `There’s no Image ${image} in the form. Add a photo, or describe what it would show.`,
    imageName: (image: number) => `This model knows photos by their plain name: write “Image ${image}”.`,
    muted: 'Your prompt mentions sound, but sound is off.',
    moves: 'Two camera moves in one shot can get in each other’s way. One move per shot works best.',
    negative: 'This model has no negative prompt. Describe what you want to see instead.',
    booster: (found: string) =>
      `“${found}” has no effect with this model. Describe the light or the style instead.`,
    longWords: (limit: number) => `Beyond about ${n(limit)} words, details get lost.`,
    longHan: (limit: number) => `Beyond about ${n(limit)} Chinese characters, details get lost.`,
  },
  dismiss: 'Hide this hint',
}
