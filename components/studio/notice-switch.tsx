import { IconButton } from '@/components/ui'
import { announce, useSystemNotices, wantSystemNotices } from '@/lib/client/browser'
import { useWords } from '@/lib/client/words'

/** Asks for a notice when a film has come to its end. Not there where the browser shows none. */
export function NoticeSwitch() {
  const words = useWords().page.notices
  const notices = useSystemNotices()
  if (notices === 'none') return null
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
      className={`max-sm:hidden ${on ? '[&_path]:fill-current' : ''}`}
      onClick={({ currentTarget }) => void press(currentTarget.nextElementSibling)}
    />
  )
}
