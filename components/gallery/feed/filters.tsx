import type { MouseEvent } from 'react'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import { addressOf, SHOWS, type View } from '@/lib/shared/view'

type Props = { view: View; making: number; onShow: (view: View) => void }

/** How much of the filter before the chosen one stays in view. */
const BEFORE_PX = 80

/** Scrolls the line of filters, whose last ones a narrow screen cuts off. */
const bringIntoView = (chosen: HTMLAnchorElement | null) =>
  chosen?.parentElement?.scrollTo({ left: chosen.offsetLeft - BEFORE_PX })

/** The views of the feed. They are links because the choice is part of the URL. */
export function Filters({ view, making, onShow }: Props) {
  const messages = useMessages('views')
  const alone = useMember() === null
  return (
    <nav
      aria-label={messages.label}
      className="flex bg-page max-wide:sticky max-wide:top-0 max-wide:z-5 max-wide:-mx-4 max-wide:-mt-4 max-wide:overflow-x-auto max-wide:px-4 max-wide:py-2 lg:max-wide:top-14"
    >
      {SHOWS.filter((show) => show !== 'team' || !alone).map((show) => {
        const choice = { ...view, show }
        const choose = (event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return // let the browser open a new tab or window
          event.preventDefault()
          onShow(choice)
        }
        return (
          <a
            key={show}
            ref={show === view.show ? bringIntoView : null}
            href={addressOf(choice)}
            aria-current={show === view.show || undefined}
            onClick={choose}
            className="flex h-10 min-w-10 shrink-0 items-center justify-center gap-1.5 rounded border border-transparent px-2.5 text-second text-sm hover:text-text aria-[current]:border-line aria-[current]:bg-panel aria-[current]:font-medium aria-[current]:text-text pointer-coarse:h-11 pointer-coarse:min-w-11"
          >
            {messages.shows[show]}
            {show === 'making' && making > 0 && <span className="font-medium text-mark">{making}</span>}
          </a>
        )
      })}
    </nav>
  )
}
