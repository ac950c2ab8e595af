import { createStore, useStore } from '@/lib/client/store'

const inSight = createStore(true, {
  start(set) {
    const read = () => set(document.visibilityState === 'visible')
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  },
})

/** Whether the page can be seen: its tab is the chosen one and its window is not put away. */
export const useInSight = (): boolean => useStore(inSight)
