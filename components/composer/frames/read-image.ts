/**
 * Loads an image, upright: browsers apply its EXIF orientation. Pixels are decoded on demand.
 * @throws Error when this browser cannot read it
 */
export function readImage(address: string): Promise<HTMLImageElement> {
  const image = new Image()
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image)
    image.onerror = () => reject(new Error(`This browser cannot read ${address}.`))
    image.src = address
  })
}
