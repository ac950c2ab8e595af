import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { ComposerState } from '@/components/composer'
import { Icon, useHydrated } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'

type Props = {
  composer: ComposerState
  /** The element around the form. */
  around: RefObject<HTMLElement | null>
}

/** Stays at the bottom of a narrow screen while the form is collapsed or scrolled away, and leads back to it. */
export function NewVideoBar({ composer, around }: Props) {
  const { collapsed } = composer
  const away = useAway(around)
  const bar = useRef<HTMLButtonElement>(null)
  const wasCollapsed = useRef(collapsed)
  useLayoutEffect(() => {
    if (collapsed && !wasCollapsed.current) {
      // What had the focus was hidden with the form, and the new video is where the form was.
      bar.current?.focus({ preventScroll: true })
      around.current?.scrollIntoView()
    }
    wasCollapsed.current = collapsed
  }, [collapsed, around])

  const messages = useMessages('composer')
  const hydrated = useHydrated()
  const prompt = useWatch({ control: composer.form.control, name: 'prompt' })
  if (!collapsed && !away) return null
  return (
    <button
      type="button"
      ref={bar}
      id="new-video" // globals.css keeps what is focused clear of it
      disabled={!hydrated}
      onClick={composer.open}
      className="fixed inset-x-0 bottom-0 z-10 flex h-[calc(3.5rem+env(safe-area-inset-bottom))] w-full items-center gap-3 border-t bg-panel px-4 pb-[env(safe-area-inset-bottom)] text-left text-sm -outline-offset-2 lg:hidden noscript:hidden"
    >
      <Icon name="plus" className="text-mark" />
      <span className="shrink-0 font-medium">{messages.title}</span>
      <span className="truncate text-faint">{prompt}</span>
      <Icon name="chevron" className="ml-auto rotate-180 text-second" />
    </button>
  )
}

/** Whether nothing of an element is in view. */
function useAway(element: RefObject<HTMLElement | null>): boolean {
  const [away, setAway] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((seen) => setAway(seen.at(-1)?.isIntersecting === false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return away
}
