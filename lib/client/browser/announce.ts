import { createStore, useStore } from '@/lib/client/store'

type Message = { text: string; count: number }

const message = createStore<Message>({ text: '', count: 0 })

/** Says a sentence once to people who listen to the page. */
export const announce = (text: string): void => message.set({ text, count: message.get().count + 1 })

/** What was announced last; `count` tells two equal sentences apart. */
export const useAnnouncement = (): Message => useStore(message)
