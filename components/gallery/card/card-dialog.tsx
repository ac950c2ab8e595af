import { ConfirmShare } from '@/components/gallery/actions/confirm-share'
import { TagDialog } from '@/components/gallery/tags/tag-dialog'
import type { Generation } from '@/lib/shared/generation'

export type CardDialogName = 'sharing' | 'tags'

type Props = { name: CardDialogName; generation: Generation; onClose: () => void }

/** The dialogs that a card's menu leads to. */
export function CardDialog({ name, generation, onClose }: Props) {
  return name === 'tags' ? (
    <TagDialog videos={[generation]} onClose={onClose} />
  ) : (
    <ConfirmShare generation={generation} onClose={onClose} />
  )
}
