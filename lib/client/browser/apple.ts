import { createStore, useStore } from '@/lib/client/store'

const isApple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const apple = createStore(isApple, { server: false })

/** Whether the keyboard has a ⌘ where others have Ctrl. False on the server, which does not see the keyboard. */
export const useApple = (): boolean => useStore(apple)
