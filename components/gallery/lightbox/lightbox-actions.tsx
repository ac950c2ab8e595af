import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { StarButton } from '@/components/gallery/actions/star-button'
import { pageAddress } from '@/components/gallery/addresses'
import { Button, Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import { cardMenuEn } from '@/lib/shared/messages/en/card-menu'
import { cardMenuZh } from '@/lib/shared/messages/zh/card-menu'
import { canRunAgain } from '@/lib/shared/retry'

type Props = {
  generation: Generation
  /** Closes the dialog and then does this. */
  onChoose: (action: () => void) => void
}

const LINK =
  'inline-flex h-10 items-center gap-2 rounded border bg-raised px-3 text-sm hover:bg-well pointer-coarse:h-11'

/** What can be done with the video that plays large. Whatever leads elsewhere closes the dialog first. */
export function LightboxActions({ generation, onChoose }: Props) {
  const gallery = useMessages('gallery')
  const menu = useMessages({ en: cardMenuEn, zh: cardMenuZh })
  const { goOn, reuse, runAgain, remove } = useGenerationActions()
  const { id, video, settings } = generation
  const button = (label: string, action: () => unknown) => (
    <Button onClick={() => onChoose(action)}>{label}</Button>
  )
  return (
    <>
      <StarButton generation={generation} />
      <a href={`${video?.url}?download=1`} className={LINK}>
        <Icon name="download" />
        {gallery.download}
      </a>
      {settings && (
        <>
          {button(gallery.onward, () => goOn(generation))}
          {button(gallery.reuse, () => reuse(generation))}
          {runAgain && canRunAgain(generation) && button(menu.runAgain, () => runAgain(generation))}
        </>
      )}
      <a href={pageAddress(id)} className={LINK}>
        {menu.page}
      </a>
      {deletionOf(generation) && (
        <Button onClick={() => onChoose(() => remove(generation))} className="ml-auto text-failure!">
          {menu.remove}
        </Button>
      )}
    </>
  )
}
