import { number } from './numbers'

const n = (value: number) => number('en', value)

/** The dialog in which a part of a photo is chosen. */
export const reframeEn = {
  title: { first: 'Reframe the first frame', last: 'Reframe the last frame' },
  how: 'Move and zoom the photo until the frame holds what the film should show.',
  stage: 'The part that is used. Arrow keys move the photo, plus and minus zoom, Enter uses it.',
  zoom: 'Zoom',
  percent: (zoom: number) => `${n(Math.round(zoom * 100))} %`,
  frame: 'Shape',
  sent: (width: number, height: number) => `${n(width)} × ${n(height)} px are used.`,
  nearest: (least: number) => `It goes no closer: the model needs at least ${n(least)} px on each side.`,
  otherShape: (ratio: string) =>
    `For ${ratio} this photo is too small, so another shape is cut; the model then cuts ${ratio} out of it.`,
  whole: 'Whole photo',
  cancel: 'Cancel',
  use: 'Use',
  unreadable: 'The photo could not be opened. Close this and choose it again.',
  failed:
    'The photo could not be cut here: the browser may be short of memory. Close other tabs and press Use again.',
}
