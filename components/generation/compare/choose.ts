import { compareChoice, MOST_COMPARED } from '@/components/gallery'
import { showToast } from '@/components/ui/toast'
import type { Generation } from '@/lib/shared/generation'
import { compareEn } from '@/lib/shared/messages/en/compare'
import type { Locale } from '@/lib/shared/messages/locale'
import { compareZh } from '@/lib/shared/messages/zh/compare'

let hideToast = () => {}

type Options = {
  /** Begin at once when this makes two or more. */
  open: boolean
  locale: Locale
  /** Compares what is picked. */
  begin: () => void
}

/** Picks a video for comparison, or takes it back; a toast says how many there are, and begins or cancels. */
export function choose(generation: Generation, { open, locale, begin }: Options): void {
  const before = compareChoice.get()
  const others = before.filter(({ id }) => id !== generation.id)
  const chosen = others.length < before.length ? others : [...before, generation].slice(0, MOST_COMPARED)
  compareChoice.set(chosen)
  hideToast()
  if (open && chosen.length > before.length && chosen.length > 1) begin()
  else offer(chosen, locale, begin)
}

function offer([first, ...others]: readonly Generation[], locale: Locale, begin: () => void): void {
  if (!first) return
  const messages = { en: compareEn, zh: compareZh }[locale]
  const many = others.length > 0
  const clear = () => compareChoice.set([])
  const press = () => {
    hideToast()
    begin()
  }
  hideToast = showToast({
    text: many ? messages.chosenMany(others.length + 1) : messages.chosen(first.prompt),
    seconds: null,
    action: many ? { label: messages.begin, press } : { label: messages.cancel, press: clear },
    onGone: clear,
  })
}
