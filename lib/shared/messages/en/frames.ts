/** The photo a sentence is about: the only one, or one of two. */
export type WhichPhoto = 'only' | 'first' | 'last'

/** `share` begins a sentence: "Only a third". */
const fits = (share: string, ratio: string, photo: WhichPhoto) =>
  photo === 'only'
    ? `${share} of your photo fits ${ratio}.`
    : `${FRAMES[photo]}: ${share.toLowerCase()} fits ${ratio}.`
const FRAMES = { first: 'First frame', last: 'Last frame' } as const

/** The two photos that a video may start and end with. */
export const framesEn = {
  title: 'Photos (optional)',
  first: 'First frame',
  last: 'Last frame',
  choose: 'Add a photo',
  takePhoto: 'Take a photo',
  drop: 'Drop it here',
  dropAnywhere: 'Drop to add photos',
  converting: (name: string) => `Converting ${name}`,
  uploading: (name: string) => `Uploading ${name}`,
  swap: 'Swap photos',
  remove: (name: string) => `Remove ${name}`,
  reframe: 'Reframe',
  reframePhoto: (name: string) => `Reframe ${name}`,
  another: 'Choose another',
  again: 'Try again',
  noAnswer: 'The upload was interrupted. Your photo is still here.',
  imageOf: (name: string) => `Preview of ${name}`,
  aloneIsFirst: 'A single photo is always the first frame, so it was moved there.',
  movedToFirst: 'The last frame is now the first: a single photo is always the first frame.',
  full: (name: string) => `Both frames are taken, so ${name} wasn’t added. Remove a photo first.`,
  onlyTwo: (count: number) => `Used the first two of ${count} photos.`,
  leftOut: (name: string, others: number) =>
    others === 0
      ? `${name} was left out: only JPEG, PNG, WebP and HEIC photos can be used.`
      : `${name} and ${others} more were left out: only JPEG, PNG, WebP and HEIC photos can be used.`,
  folder: (name: string) => `${name} is a folder. Add one or two photos from it instead.`,
  link: 'That’s a link, not the photo itself. Save the photo, then add the file.',
  text: 'That’s text, not a photo. Text goes in the prompt.',
  swapped: 'Photos swapped.',
  reframed: 'Photo reframed.',
  wholeAgain: 'Whole photo restored.',
  /** How much of the photo remains at a ratio. */
  keeps: {
    little: (ratio: string, photo: WhichPhoto) => fits('Less than a quarter', ratio, photo),
    quarter: (ratio: string, photo: WhichPhoto) => fits('Only a quarter', ratio, photo),
    third: (ratio: string, photo: WhichPhoto) => fits('Only a third', ratio, photo),
    half: (ratio: string, photo: WhichPhoto) => fits('Only half', ratio, photo),
    twoThirds: (ratio: string, photo: WhichPhoto) => fits('About two thirds', ratio, photo),
    threeQuarters: (ratio: string, photo: WhichPhoto) => fits('About three quarters', ratio, photo),
    most: (ratio: string, photo: WhichPhoto) => fits('Almost all', ratio, photo),
  },
  betweenSentences: ' ',
  /** Gives the video the photo's own ratio. */
  ratioInstead: (ratio: string) => `Use ${ratio}`,
}
