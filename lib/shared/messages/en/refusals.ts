import type { RefusalText } from '@/lib/shared/messages/problem-text'

/** The provider's reasons for which we have our own text, in English. */
export const refusalsEn: RefusalText = {
  real_person: {
    title: 'Real faces aren’t allowed',
    text: 'This model doesn’t accept photos of real people. Use a drawing or a shot without faces.',
  },
  wording: {
    title: 'The prompt was rejected',
    text: 'It didn’t pass the provider’s content check. Reword it and try again.',
  },
  image: {
    title: 'A photo was rejected',
    text: 'It didn’t pass the provider’s content check. Choose another photo.',
  },
  video_withheld: {
    title: 'The video was withheld',
    text: 'It was made, but didn’t pass the provider’s content check. Reword the prompt and try again.',
  },
  sound_withheld: {
    title: 'The sound was withheld',
    text: 'It didn’t pass the provider’s content check. Turn Sound off and try again.',
  },
  busy: {
    title: 'The provider is busy',
    text: 'Too many videos are being made at once. Try again in a moment.',
  },
}
