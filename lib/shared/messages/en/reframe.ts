/** The dialog for cropping a photo. */
export const reframeEn = {
  title: { first: 'Reframe first frame', last: 'Reframe last frame' },
  how: 'Drag and zoom to choose what stays.',
  stage: 'Crop area. Arrow keys move the photo, plus and minus zoom, Enter applies.',
  zoom: 'Zoom',
  percent: (zoom: number) => `${Math.round(zoom * 100)}%`,
  frame: 'Shape',
  sent: (width: number, height: number) => `${width} × ${height} px`,
  nearest: (least: number) => `That’s the maximum zoom: the model needs at least ${least} px on each side.`,
  otherShape: (ratio: string) =>
    `This photo is too small for ${ratio}, so it’s cropped to another shape first. The model then crops that to ${ratio}.`,
  whole: 'Whole photo',
  cancel: 'Cancel',
  use: 'Apply',
  unreadable: 'Couldn’t open the photo. Close this and add it again.',
}
