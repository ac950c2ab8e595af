import type { RefusalWords } from './problem-words'

/** The provider's reasons that deserve a sentence of their own, in English. */
export const refusalsEn: RefusalWords = {
  real_person: {
    title: 'The photo shows a real person',
    text: 'This model takes no photos of real people. Try a drawing, or a scene without faces.',
  },
  wording: {
    title: 'The wording was refused',
    text: 'The provider’s content check did not accept the prompt. Say it differently and try again.',
  },
  image: {
    title: 'A photo was refused',
    text: 'The provider’s content check did not accept a photo. Choose another one.',
  },
  video_withheld: {
    title: 'The finished film was withheld',
    text: 'The film was made, but the provider’s content check did not release it. Reword the prompt and try again.',
  },
  sound_withheld: {
    title: 'The sound was withheld',
    text: 'The provider’s content check did not release the sound. Switch Sound off and try again.',
  },
  busy: {
    title: 'The provider has too much to do',
    text: 'Too many films are being made at once. Try again in a little while.',
  },
}
