import { createContext, type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { positionBeside } from './menu-position'
import { emulatePopover, hasPopover } from './popover'

type Props = {
  /** The element that opened it; it anchors the menu and gets the focus back. */
  opener: HTMLElement
  name: string
  /** Closed in whatever way. The caller must unmount it. */
  onClose: () => void
  children: ReactNode
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Closes the surrounding menu. */
export const CloseMenu = createContext(() => {})

/** The visible items; a menu has no other children. */
const itemsOf = (menu: HTMLElement): HTMLElement[] =>
  [...menu.children].filter(
    (item): item is HTMLElement => item instanceof HTMLElement && item.offsetParent !== null,
  )

/** A menu in a popover, open while mounted. It scrolls with the page. */
export function Menu({ opener, name, onClose, children }: Props) {
  const element = useRef<HTMLDivElement>(null)
  const hide = useRef(() => {})
  const onHidden = useEffectEvent(onClose)

  useEffect(() => {
    const menu = element.current
    if (!menu) return
    const emulated = hasPopover() ? null : emulatePopover(menu, opener, () => onHidden())
    if (!emulated && !menu.matches(':popover-open')) menu.showPopover()
    hide.current = emulated ? emulated.close : () => menu.hidePopover()
    const { clientWidth: width, clientHeight: height } = document.documentElement
    const { left, top } = positionBeside(opener.getBoundingClientRect(), menu.getBoundingClientRect(), {
      width,
      height,
    })
    menu.style.left = `${left + (emulated ? 0 : scrollX)}px`
    menu.style.top = `${top + (emulated ? 0 : scrollY)}px`
    itemsOf(menu)[0]?.focus({ preventScroll: true })
    addEventListener('resize', hide.current) // its position is no longer right
    return () => {
      removeEventListener('resize', hide.current)
      emulated?.end()
    }
  }, [opener])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = itemsOf(event.currentTarget)
    const at = items.findIndex((item) => item.matches(':focus'))
    const next = items[STEPS[event.key]?.(at, items.length) ?? -1]
    next?.focus()
    if (next) event.preventDefault()
    if (event.key === 'Tab') hide.current()
  }

  return (
    <div
      ref={element}
      popover={hasPopover() ? 'auto' : undefined}
      role="menu"
      aria-label={name}
      onKeyDown={onKeyDown}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
      className="absolute inset-auto m-0 max-h-[calc(100dvh-1rem)] min-w-48 max-w-[calc(100vw-1rem)] overflow-y-auto rounded border bg-raised p-1 text-text"
    >
      <CloseMenu value={() => hide.current()}>{children}</CloseMenu>
    </div>
  )
}
