import { useEffect, useEffectEvent, useState } from 'react'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-item'
import { showToast } from '@/components/ui/toast'
import { tags } from '@/lib/client/api/tags'
import { useMessages } from '@/lib/client/messages'
import { tagsEn } from '@/lib/shared/messages/en/tags'
import { tagsZh } from '@/lib/shared/messages/zh/tags'
import type { TagCount } from '@/lib/shared/tags'

type Props = { opener: HTMLElement; onChoose: (tag: string) => void; onClose: () => void }

const TOAST_S = 8

/** One's own tags, to filter by; a toast where there are none. */
export function TagMenu({ opener, onChoose, onClose }: Props) {
  const messages = useMessages({ en: tagsEn, zh: tagsZh })
  const [known, setKnown] = useState<readonly TagCount[]>([])
  const show = useEffectEvent((read: readonly TagCount[]) => {
    setKnown(read)
    if (read.length > 0) return
    showToast({ text: messages.none, seconds: TOAST_S })
    onClose()
  })
  useEffect(() => {
    let open = true
    void tags.read().then((read) => open && show(read))
    return () => {
      open = false
    }
  }, [])
  return (
    known.length > 0 && (
      <Menu opener={opener} name={messages.menu} onClose={onClose}>
        {known.map(({ tag, count }) => (
          <MenuItem key={tag} onPress={() => onChoose(tag)}>
            <span className="truncate">{tag}</span>
            <span className="ml-auto pl-4 text-faint">{count}</span>
          </MenuItem>
        ))}
      </Menu>
    )
  )
}
