import { createStore, useStore } from '@/lib/client/store'

type Message = { text: string; count: number }

const message = createStore<Message>({ text: '', count: 0 })

/** Announces a sentence to screen readers. */
export const announce = (text: string): void => message.set({ text, count: message.get().count + 1 })

/** The latest announcement; `count` distinguishes repeated sentences. */
export const useAnnouncement = (): Message => useStore(message)
