export { FPS, type Order, type RenderedVideo } from './order'
export { createRenderer, type Renderer } from './renderer'
