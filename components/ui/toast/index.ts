export { Toasts } from './toast-list'
export { showToast } from './toasts'
