/** The two photos that a film may start and end with. */
export const framesEn = {
  first: 'First frame',
  last: 'Last frame',
  choose: 'Drop, paste or choose',
  optional: 'optional',
  drop: 'Drop it here',
  uploading: (name: string) => `Uploading ${name}`,
  swap: 'Swap the two photos',
  remove: (name: string) => `Remove ${name}`,
  another: 'Choose another',
  again: 'Try again',
  noAnswer: 'The upload broke off. The photo is still here.',
  pictureOf: (name: string) => `Preview of ${name}`,
  aloneIsFirst: 'A single photo is always the first frame, so it went there.',
  movedToFirst: 'The last frame is the first frame now: a single photo is always the first.',
  full: (name: string) => `Both places are taken, so ${name} was left out. Remove a photo first.`,
  onlyTwo: (count: number) =>
    `Only the first two of these ${count} files were taken: a first and a last frame.`,
  swapped: 'The two photos changed places.',
  adapt: (ratio: string) => `Use adaptive (${ratio})`,
  /** How much of the photo is left at a fixed ratio. */
  keeps: {
    little: (ratio: string) => `At ${ratio} the model keeps less than a quarter of this photo.`,
    quarter: (ratio: string) => `At ${ratio} the model keeps a quarter of this photo.`,
    third: (ratio: string) => `At ${ratio} the model keeps a third of this photo.`,
    half: (ratio: string) => `At ${ratio} the model keeps half of this photo.`,
    twoThirds: (ratio: string) => `At ${ratio} the model keeps two thirds of this photo.`,
    threeQuarters: (ratio: string) => `At ${ratio} the model keeps three quarters of this photo.`,
    most: (ratio: string) => `At ${ratio} the model cuts a little off this photo.`,
  },
}
