import { IconButton } from '@/components/ui'
import { announce, useSystemNotices, wantSystemNotices } from '@/lib/client/browser'
import { useWords } from '@/lib/client/messages'

const LOOKS = { none: 'invisible', off: '', on: '[&_path]:fill-current' } as const

/** Asks for a notice when a film has come to its end. Where the browser shows none, only its place is there. */
export function NoticeSwitch() {
  const words = useWords().page.notices
  const notices = useSystemNotices()
  const on = notices === 'on'
  const press = async (next: Element | null) => {
    if ((await wantSystemNotices(!on)) !== 'none') return
    if (next instanceof HTMLElement) next.focus() // this button is gone now
    announce(words.refused)
  }
  return (
    <IconButton
      icon="bell"
      name={words.tell}
      aria-pressed={on}
      // Where there is no room for it, there are phones, which show no notices from a page.
      className={`max-sm:hidden ${LOOKS[notices]}`}
      onClick={({ currentTarget }) => void press(currentTarget.nextElementSibling)}
    />
  )
}
