import { number } from './numbers'

const n = (value: number) => number('en', value)

/** Which photo a sentence is about: the only one, or one of two. */
export type WhichPhoto = 'only' | 'first' | 'last'

/** A sentence with things to press in it, in the order of its language. `after`: what must stay on the same line. */
export type Pressable = readonly (string | { press: 'reframe' | 'adapt'; text: string; after?: string })[]

const THIS = { only: 'this photo', first: 'the first frame', last: 'the last frame' } as const

const reframe = (text: string): Pressable => [' ', { press: 'reframe', text, after: '.' }]
/** The two photos that a film may start and end with. */
export const framesEn = {
  first: 'First frame',
  last: 'Last frame',
  choose: 'Drop, paste or choose',
  takePhoto: 'Take a photo',
  optional: 'optional',
  drop: 'Drop it here',
  dropAnywhere: 'Drop to add photos',
  converting: (name: string) => `Converting ${name}`,
  uploading: (name: string) => `Uploading ${name}`,
  swap: 'Swap the two photos',
  remove: (name: string) => `Remove ${name}`,
  reframe: 'Reframe',
  reframePhoto: (name: string) => `Reframe ${name}`,
  another: 'Choose another',
  again: 'Try again',
  noAnswer: 'The upload broke off. The photo is still here.',
  pictureOf: (name: string) => `Preview of ${name}`,
  aloneIsFirst: 'A single photo is always the first frame, so it went there.',
  movedToFirst: 'The last frame is the first frame now: a single photo is always the first.',
  full: (name: string) => `Both places are taken, so ${name} was left out. Remove a photo first.`,
  onlyTwo: (count: number) =>
    `Only the first two of these ${count} files were taken: a first and a last frame.`,
  leftOut: (name: string, others: number) =>
    others === 0
      ? `${name} was left out: only JPEG, PNG, WebP and HEIC photos can be used.`
      : `${name} and ${others} more were left out: only JPEG, PNG, WebP and HEIC photos can be used.`,
  folder: (name: string) => `${name} is a folder. Add one or two photos from it instead.`,
  link: 'That’s a link, not the photo itself. Save the photo, then add the file.',
  text: 'That’s text, not a photo. Text goes in the prompt.',
  swapped: 'The two photos changed places.',
  reframed: 'The photo is reframed.',
  wholeAgain: 'The whole photo is back.',
  heic: 'This HEIC photo could not be opened here. Save it as JPEG on the phone or computer it comes from, and choose it again.',
  tooWide: (place: 1 | 2, width: number, height: number): Pressable => [
    `${place === 1 ? 'First frame' : 'Last frame'} is ${n(width)} × ${n(height)} px, which is too wide for the model.`,
    ...reframe('Reframe it'),
  ],
  tooTall: (place: 1 | 2, width: number, height: number): Pressable => [
    `${place === 1 ? 'First frame' : 'Last frame'} is ${n(width)} × ${n(height)} px, which is too tall for the model.`,
    ...reframe('Reframe it'),
  ],
  /** How much of the photo is left at a ratio. */
  keeps: {
    little: (ratio: string, photo: WhichPhoto) =>
      `At ${ratio} the model keeps less than a quarter of ${THIS[photo]}.`,
    quarter: (ratio: string, photo: WhichPhoto) => `At ${ratio} the model keeps a quarter of ${THIS[photo]}.`,
    third: (ratio: string, photo: WhichPhoto) => `At ${ratio} the model keeps a third of ${THIS[photo]}.`,
    half: (ratio: string, photo: WhichPhoto) => `At ${ratio} the model keeps half of ${THIS[photo]}.`,
    twoThirds: (ratio: string, photo: WhichPhoto) =>
      `At ${ratio} the model keeps two thirds of ${THIS[photo]}.`,
    threeQuarters: (ratio: string, photo: WhichPhoto) =>
      `At ${ratio} the model keeps three quarters of ${THIS[photo]}.`,
    most: (ratio: string, photo: WhichPhoto) => `At ${ratio} the model cuts a little off ${THIS[photo]}.`,
  },
  /** What can be done about it; `ratio`: the one that the photo itself has, null when it is the film's already. */
  remedy: (ratio: string | null): Pressable =>
    ratio === null
      ? reframe('Reframe')
      : [
          ' ',
          { press: 'reframe', text: 'Reframe' },
          ' or ',
          { press: 'adapt', text: `use ${ratio}`, after: '.' },
        ],
}
