import { type ReactNode, useState } from 'react'
import { useGenerationActions } from '@/components/gallery'
import { addressFor } from '@/components/gallery/single'
import { lazy } from '@/components/layout/lazy'
import { Button } from '@/components/ui'
import { useMessages } from '@/lib/client/messages'
import { deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import { generationEn } from '@/lib/shared/messages/en/generation'
import { generationZh } from '@/lib/shared/messages/zh/generation'

const ConfirmRemoval = lazy(async () => (await import('@/components/layout/confirm-removal')).ConfirmRemoval)

/** The actions on the page of one video. */
export function Actions({ generation }: { generation: Generation }) {
  const messages = useMessages({ en: generationEn, zh: generationZh })
  const [confirm, setConfirm] = useState(false)
  const { star, remove } = useGenerationActions()
  const { id, video, settings, lastFrame, starred, by } = generation
  const deletion = deletionOf(generation)
  return (
    <div className="flex flex-wrap gap-2">
      {video && <LinkButton href={`${video.url}?download=1`}>{messages.downloadVideo}</LinkButton>}
      {settings && <LinkButton href={addressFor('again', id)}>{messages.again}</LinkButton>}
      {settings && video && <LinkButton href={addressFor('continue', id)}>{messages.onward}</LinkButton>}
      {lastFrame && (
        <LinkButton href={`${lastFrame.url}?download=1`}>{messages.downloadLastFrame}</LinkButton>
      )}
      {video && by === null && (
        <Button
          aria-pressed={starred}
          onClick={() => star(generation)}
          className="aria-pressed:border-mark aria-pressed:text-mark"
        >
          {messages.star}
        </Button>
      )}
      {deletion && (
        <Button aria-haspopup="dialog" onClick={() => setConfirm(true)}>
          {messages.remove}
        </Button>
      )}
      {confirm && deletion && (
        <ConfirmRemoval of={deletion} onYes={() => remove(generation)} onClose={() => setConfirm(false)} />
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
