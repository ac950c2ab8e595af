export { FPS, type Order, type RenderedVideo } from './order'
export { createStudio, type Studio } from './renderer'
