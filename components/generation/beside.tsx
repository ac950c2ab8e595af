import { pageAddress } from '@/components/gallery/single'
import { Icon } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { withBasePath } from '@/lib/shared/base-path'
import type { Neighbours } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

/** The ways from a video's page: back to all videos, and to the ones made just after and before it. */
export function Beside({ newer, older }: Neighbours) {
  const { home } = useMessages('page')
  const messages = useMessages({ en: generationEn, zh: generationZh })
  return (
    <nav aria-label={messages.beside} className="-mx-2 flex items-center pb-2">
      <a
        href={withBasePath('/')}
        className="mr-auto inline-flex h-10 items-center gap-1 rounded pr-3 pl-1 text-second text-sm hover:bg-well hover:text-text pointer-coarse:h-11"
      >
        <Icon name="chevron" className="rotate-90" />
        {home}
      </a>
      <Step id={newer} rel="prev" name={messages.newer} turn="rotate-90" />
      <Step id={older} rel="next" name={messages.older} turn="-rotate-90" />
    </nav>
  )
}

type StepProps = { id: string | null; rel: 'prev' | 'next'; name: string; turn: string }

/** A link to a neighbour. At the end of the row it keeps its place, so that the other one doesn't move. */
function Step({ id, rel, name, turn }: StepProps) {
  if (id === null) return <span className="size-10 pointer-coarse:size-11" />
  return (
    <a
      href={pageAddress(id)}
      rel={rel}
      title={name}
      className="grid size-10 place-items-center rounded text-second hover:bg-well hover:text-text pointer-coarse:size-11"
    >
      <Icon name="chevron" className={turn} />
      <span className="sr-only">{name}</span>
    </a>
  )
}
