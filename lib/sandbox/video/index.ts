export { type Film, FPS, type Order } from './order'
export { createStudio, type Studio } from './renderer'
