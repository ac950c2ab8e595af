import { DownloadLink } from '@/components/gallery/actions/download-link'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { GoOnButton } from '@/components/gallery/actions/go-on-button'
import { StarButton } from '@/components/gallery/actions/star-button'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'

/**
 * The buttons of a video’s card, at the same places on every card. Four just fit the narrowest, a little of them being
 * in the gaps beside it.
 */
export function CardActions({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const messages = useMessages('gallery')
  const { video, settings } = generation
  return (
    <div className="-mr-1.5 -ml-2.5 flex *:min-w-10 *:shrink">
      {video && <DownloadLink url={video.url} name={messages.download} />}
      {settings && (
        <>
          <IconButton
            icon="edit"
            name={messages.reuse}
            aria-keyshortcuts="r"
            onClick={() => actions.reuse(generation)}
          />
          <GoOnButton onPress={() => actions.goOn(generation)} />
        </>
      )}
      <StarButton generation={generation} shortcut="s" />
    </div>
  )
}
