import type { Page } from '@playwright/test'

/** What protection against fingerprinting does to a canvas: noise when it is read, noise when it is written to a file, or white. */
export type Alteration = 'read' | 'written' | 'blank'

/** Makes this page's canvases lie. Call before the page is opened. */
export async function alterCanvas(page: Page, alteration: Alteration): Promise<void> {
  await page.addInitScript((how) => {
    const { getImageData, putImageData } = CanvasRenderingContext2D.prototype
    const { toBlob } = HTMLCanvasElement.prototype
    /** Flips the lowest bit of a few pixels, wherever they are, as Brave does. */
    const withNoise = (image: ImageData) => {
      for (let count = 0; count < 256; count++) {
        const at = 4 * Math.floor(Math.random() * (image.data.length / 4))
        image.data[at] = (image.data[at] ?? 0) ^ 1
      }
      return image
    }
    if (how === 'read' || how === 'blank') {
      CanvasRenderingContext2D.prototype.getImageData = function (...given) {
        const image = getImageData.apply(this, given)
        return how === 'blank' ? new ImageData(image.data.fill(255), image.width) : withNoise(image)
      }
    }
    HTMLCanvasElement.prototype.toBlob = function (...given) {
      const context = this.getContext('2d')
      if (context && how === 'blank') context.clearRect(0, 0, this.width, this.height)
      if (context && how === 'written') {
        const noisy = withNoise(getImageData.call(context, 0, 0, this.width, this.height))
        Reflect.apply(putImageData, context, [noisy, 0, 0])
      }
      return toBlob.apply(this, given)
    }
  }, alteration)
}
