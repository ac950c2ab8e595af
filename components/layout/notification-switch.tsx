import { IconButton } from '@/components/ui'
import { announce, useNotifications, wantNotifications } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

const VARIANTS = { none: 'invisible', off: '', on: '[&_path]:fill-current' } as const

/** Turns notifications for finished videos on or off. Unsupported browsers get only the empty space. */
export function NotificationSwitch() {
  const messages = useMessages('page').notifications
  const notifications = useNotifications()
  const on = notifications === 'on'
  const press = async (next: Element | null) => {
    if ((await wantNotifications(!on)) !== 'none') return
    if (next instanceof HTMLElement) next.focus() // this button is now invisible
    announce(messages.refused)
  }
  return (
    <IconButton
      icon="bell"
      name={messages.tell}
      aria-pressed={on}
      // Hidden on narrow screens: those are phones, whose browsers show no notifications from pages.
      className={`max-sm:hidden ${VARIANTS[notifications]}`}
      onClick={({ currentTarget }) => void press(currentTarget.nextElementSibling)}
    />
  )
}
