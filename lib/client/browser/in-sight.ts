import { createStore, useStore } from '@/lib/client/store'

const inSight = createStore(true, {
  start(set) {
    const read = () => set(document.visibilityState === 'visible')
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  },
})

/** Whether the page is visible: its tab is selected and its window not minimized. */
export const useInSight = (): boolean => useStore(inSight)
