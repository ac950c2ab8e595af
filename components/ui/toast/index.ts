export { Notices } from './toast-list'
export { notify } from './toasts'
