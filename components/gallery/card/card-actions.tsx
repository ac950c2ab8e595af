import { DownloadLink } from '@/components/gallery/actions/download-link'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { GoOnButton } from '@/components/gallery/actions/go-on-button'
import { IconButton } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import type { Generation } from '@/lib/shared/generation'
import { MoreButton } from './more-button'

/** A card’s buttons, most used first. Those that a narrow card has no room for are in its menu. */
export function CardActions({ generation }: { generation: Generation }) {
  const actions = useGenerationActions()
  const messages = useMessages('gallery')
  const { video, settings, starred, by } = generation
  return (
    <div className="@container -ml-2.5">
      {video && (
        <>
          <DownloadLink url={video.url} name={messages.download} />
          {settings && (
            <>
              <IconButton
                icon="again"
                name={messages.makeAgain}
                aria-keyshortcuts="r"
                onClick={() => actions.again(generation)}
              />
              <GoOnButton onPress={() => actions.goOn(generation)} />
            </>
          )}
          {by === null && (
            <IconButton
              icon="star"
              name={messages.star}
              aria-pressed={starred}
              aria-keyshortcuts="s"
              onClick={() => actions.star(generation)}
              className="@max-[13.75rem]:hidden aria-pressed:text-mark aria-pressed:[&_svg]:fill-current"
            />
          )}
        </>
      )}
      <MoreButton generation={generation} />
    </div>
  )
}
