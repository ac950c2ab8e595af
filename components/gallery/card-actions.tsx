import { IconButton } from '@/components/ui'
import { useWords } from '@/lib/client/words'
import type { Generation } from '@/lib/shared/generation'
import type { Deeds } from './deeds'
import { DownloadLink } from './download-link'
import { GoOnButton } from './go-on-button'
import { MoreButton } from './more-button'

type Props = { generation: Generation; deeds: Deeds }

/** What can be done with a generation, the most wanted first. A narrow card has the rest in its menu. */
export function CardActions({ generation, deeds }: Props) {
  const words = useWords().gallery
  const { video, settings, starred, by } = generation
  return (
    <div className="@container -ml-2.5">
      {video && (
        <>
          <DownloadLink url={video.url} name={words.download} />
          {settings && (
            <>
              <IconButton
                icon="again"
                name={words.makeAgain}
                aria-keyshortcuts="r"
                onClick={() => deeds.again(generation)}
              />
              <GoOnButton onPress={() => deeds.goOn(generation)} />
            </>
          )}
          {by === null && (
            <IconButton
              icon="star"
              name={words.star}
              aria-pressed={starred}
              aria-keyshortcuts="s"
              onClick={() => deeds.star(generation)}
              className="@max-[13.75rem]:hidden aria-pressed:text-mark aria-pressed:[&_svg]:fill-current"
            />
          )}
        </>
      )}
      <MoreButton generation={generation} deeds={deeds} />
    </div>
  )
}
