export { Notices } from './notice-list'
export { notify } from './notices'
