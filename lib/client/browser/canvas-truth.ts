const SIDE = 64 // px: protection that alters a few pixels of a canvas, whatever its size, alters some of these

/**
 * Whether this browser gives back what was drawn on a canvas. Protection against fingerprinting adds noise to it, or gives back
 * something else altogether. Asked each time, because people change that setting while the page is open.
 */
export async function isCanvasTrue(): Promise<boolean> {
  try {
    const drawn = pattern()
    const canvas = canvasOf(drawn)
    return isSame(read(canvas), drawn) && isSame(read(await copyOf(canvas)), drawn)
  } catch {
    return false
  }
}

/** Opaque and colourful, like a photo: some protection leaves plain drawings alone. */
function pattern(): ImageData {
  const image = new ImageData(SIDE, SIDE)
  for (let at = 0; at < image.data.length; at += 4) {
    const pixel = at / 4
    image.data.set([(pixel * 7) & 255, (pixel * pixel * 3) & 255, ((pixel >> 6) * 29 + pixel) & 255, 255], at)
  }
  return image
}

function canvasOf(image: ImageData | ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.width = SIDE
  canvas.height = SIDE
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (image instanceof ImageData) context?.putImageData(image, 0, 0)
  else context?.drawImage(image, 0, 0)
  return canvas
}

const read = (canvas: HTMLCanvasElement): ImageData | undefined =>
  canvas.getContext('2d')?.getImageData(0, 0, SIDE, SIDE)

/** By way of a file, which is how photos leave a canvas. */
async function copyOf(canvas: HTMLCanvasElement): Promise<HTMLCanvasElement> {
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!file) throw new Error('The canvas could not be written.')
  return canvasOf(await createImageBitmap(file, { colorSpaceConversion: 'none' }))
}

const isSame = (read: ImageData | undefined, drawn: ImageData): boolean =>
  read?.data.every((level, index) => level === drawn.data[index]) === true
