import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { useSendFirst } from '@/components/gallery/actions/use-send-first'
import { useShare } from '@/components/gallery/actions/use-share'
import { pageAddress } from '@/components/gallery/addresses'
import { toggleSelected } from '@/components/gallery/selected'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-item'
import { showToast } from '@/components/ui/toast'
import { copyText } from '@/lib/client/browser'
import { useMember } from '@/lib/client/member'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { queueEn } from '@/lib/shared/messages/en/queue'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import { queueZh } from '@/lib/shared/messages/zh/queue'
import { canRunAgain } from '@/lib/shared/retry'
import type { CardDialogName } from './card-dialog'

type Props = {
  generation: Generation
  opener: HTMLElement
  onClose: () => void
  /** Opens a dialog. */
  onOpen: (dialog: CardDialogName) => void
  /** Null while it cannot be deleted. */
  onRemove: (() => void) | null
}

/** The less used actions. */
export function CardMenu({ generation, opener, onClose, onOpen, onRemove }: Props) {
  const messages = useMessages({ en: cardMenuEn, zh: cardMenuZh })
  const gallery = useMessages('gallery')
  const { runAgain, keepSeed } = useGenerationActions()
  const { id, prompt, settings, video, lastFrame, shared, by, manageable, queue } = generation
  const own = by === null
  const member = useMember()
  const share = useShare()
  const { sendFirst } = useMessages({ en: queueEn, zh: queueZh })
  const putFirst = useSendFirst()
  const copy = async () => {
    if (await copyText(prompt)) showToast({ text: messages.copied, seconds: 4 })
    else showToast({ text: messages.notCopied, seconds: 12 })
  }
  return (
    <Menu opener={opener} name={gallery.moreActions} onClose={onClose}>
      {own && queue && queue.position !== 1 && (
        <MenuItem onPress={() => putFirst(generation)}>{sendFirst}</MenuItem>
      )}
      {video && runAgain && canRunAgain(generation) && (
        <MenuItem onPress={() => runAgain(generation)}>{messages.runAgain}</MenuItem>
      )}
      {settings && generation.seed !== null && (
        <MenuItem onPress={() => keepSeed(generation)}>{messages.keepSeed}</MenuItem>
      )}
      <MenuItem onPress={() => toggleSelected(generation)}>{messages.select}</MenuItem>
      {own && <MenuItem onPress={() => onOpen('tags')}>{messages.tags}</MenuItem>}
      {video && manageable && member && (own || shared) && (
        <MenuItem onPress={() => (shared ? share(generation, false) : onOpen('sharing'))}>
          {shared ? messages.unshare : messages.share}
        </MenuItem>
      )}
      <MenuItem href={pageAddress(id)}>{messages.page}</MenuItem>
      {prompt && <MenuItem onPress={copy}>{messages.copyPrompt}</MenuItem>}
      {lastFrame && <MenuItem href={`${lastFrame.url}?download=1`}>{messages.lastFrame}</MenuItem>}
      {onRemove && (
        <MenuItem className="text-failure" onPress={onRemove}>
          {messages.remove}
        </MenuItem>
      )}
    </Menu>
  )
}
