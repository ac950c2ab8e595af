import { number } from './numbers'

const n = (value: number) => number('en', value)

/** What helps with the words of a prompt, in English; fetched when it is needed. */
export const promptHelpEn = {
  shots: {
    title: 'Shots',
    advice: 'Several shots in one film: about three in 15 seconds.',
    next: 'Next shot',
  },
  images: {
    title: 'Photos',
    advice: 'Call a photo by its name where you speak of it.',
    names: ['Image 1', 'Image 2'],
  },
  soundOff: 'Sound is off, so none of this would be heard.',
  soundOn: 'Turn sound on',
  soundIsOn: 'Sound is on.',
  hints: {
    noImage: (image: number) =>
      `There is no Image ${image} in the form. Add a photo, or describe what it shows.`,
    imageName: (image: number) => `This model knows photos by their plain name: say “Image ${image}”.`,
    silent: 'The prompt asks for something to be heard, but sound is off.',
    moves: 'Two camera moves in one shot may blur each other. One move a shot works best.',
    negative: 'There is no negative prompt. Say what there is instead.',
    booster: (found: string) =>
      `“${found}” changes nothing with this model. A word about light or style does.`,
    longWords: (limit: number) => `Beyond about ${n(limit)} words, details get lost.`,
    longHan: (limit: number) => `Beyond about ${n(limit)} Chinese characters, details get lost.`,
  },
  dismiss: 'Hide this hint',
}
