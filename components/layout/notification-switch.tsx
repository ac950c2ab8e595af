import { IconButton } from '@/components/ui'
import { announce, useNotifications, wantNotifications } from '@/lib/client/browser'
import { useMessages } from '@/lib/client/messages'

const VARIANTS = { none: 'invisible', off: '', on: '[&_path]:fill-current' } as const

/** Asks for a notice when a video has come to its end. Where the browser shows none, only its place is there. */
export function NotificationSwitch() {
  const messages = useMessages('page').notifications
  const notifications = useNotifications()
  const on = notifications === 'on'
  const press = async (next: Element | null) => {
    if ((await wantNotifications(!on)) !== 'none') return
    if (next instanceof HTMLElement) next.focus() // this button is gone now
    announce(messages.refused)
  }
  return (
    <IconButton
      icon="bell"
      name={messages.tell}
      aria-pressed={on}
      // Where there is no room for it, there are phones, which show no notices from a page.
      className={`max-sm:hidden ${VARIANTS[notifications]}`}
      onClick={({ currentTarget }) => void press(currentTarget.nextElementSibling)}
    />
  )
}
