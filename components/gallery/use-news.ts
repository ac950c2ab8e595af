import { announce } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import { useEndings } from './use-endings'

/** Tells people who listen to the page, once, when a film is ready or will not come. */
export function useNews(items: readonly Generation[]) {
  const words = useWords().gallery
  useEndings(items, ({ status, prompt }) =>
    announce(status === 'completed' ? words.ready(prompt) : words.ended(prompt)),
  )
}
