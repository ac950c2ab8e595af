import { createStore, useStore } from '@/lib/client/store'

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const apple = createStore(isApple, { server: false })

/** Whether the keyboard has ⌘ in place of Ctrl. False on the server, which doesn’t know. */
export const useApple = (): boolean => useStore(apple)
