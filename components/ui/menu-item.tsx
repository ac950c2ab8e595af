import { type ReactNode, use } from 'react'
import { CloseMenu } from './menu'

type Props = {
  /** URL to open or download; without it, `onPress` runs. */
  href?: string
  onPress?: () => void
  className?: string
  children: ReactNode
}

/** A menu item. The menu closes and returns the focus before `onPress` runs. */
export function MenuItem({ href, onPress, className = '', children }: Props) {
  const variant = `flex min-h-10 w-full items-center rounded-md px-3 text-left text-sm hover:bg-well focus-visible:-outline-offset-2 pointer-coarse:min-h-11 ${className}`
  const close = use(CloseMenu)
  const press = () => {
    close()
    onPress?.()
  }
  return href === undefined ? (
    <button type="button" role="menuitem" tabIndex={-1} onClick={press} className={variant}>
      {children}
    </button>
  ) : (
    <a role="menuitem" tabIndex={-1} href={href} onClick={press} className={variant}>
      {children}
    </a>
  )
}
