import { type ReactNode, useState } from 'react'
import { addressFor, useGenerationActions } from '@/components/gallery'
import { late } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useLateWords } from '@/lib/client/messages'
import { deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import { filmEn } from '@/lib/shared/messages/en/generation'
import { filmZh } from '@/lib/shared/messages/zh/generation'

const AskRemoval = late(async () => (await import('@/components/layout/confirm-removal')).AskRemoval)

/** What can be done with a film from its own page. */
export function Actions({ generation }: { generation: Generation }) {
  const words = useLateWords({ en: filmEn, zh: filmZh })
  const [asking, setAsking] = useState(false)
  const { star, remove } = useGenerationActions()
  const { id, video, settings, lastFrame, starred, by } = generation
  const deletion = deletionOf(generation)
  return (
    <div className="flex flex-wrap gap-2">
      {video && <LinkButton href={`${video.url}?download=1`}>{words.downloadFilm}</LinkButton>}
      {settings && <LinkButton href={addressFor('again', id)}>{words.again}</LinkButton>}
      {settings && video && <LinkButton href={addressFor('continue', id)}>{words.onward}</LinkButton>}
      {lastFrame && <LinkButton href={`${lastFrame.url}?download=1`}>{words.downloadLastFrame}</LinkButton>}
      {video && by === null && (
        <Button
          aria-pressed={starred}
          onClick={() => star(generation)}
          className="aria-pressed:border-mark aria-pressed:text-mark"
        >
          {words.star}
        </Button>
      )}
      {deletion && (
        <Button aria-haspopup="dialog" onClick={() => setAsking(true)}>
          {words.remove}
        </Button>
      )}
      {asking && deletion && (
        <AskRemoval of={deletion} onYes={() => remove(generation)} onClose={() => setAsking(false)} />
      )}
    </div>
  )
}

function LinkButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      href={href}
      className="inline-flex h-10 items-center rounded border bg-raised px-3 text-sm hover:bg-well pointer-coarse:h-11"
    >
      {children}
    </a>
  )
}
