export { Dialog } from './dialog'
export { Menu } from './menu'
export { MenuItem } from './menu-item'
