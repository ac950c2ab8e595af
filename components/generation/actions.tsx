import { type ReactNode, useState } from 'react'
import { StarButton, useGenerationActions } from '@/components/gallery'
import { addressFor } from '@/components/gallery/single'
import { lazy } from '@/components/layout/lazy'
import { Button, Icon } from '@/components/ui'
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
  const { remove } = useGenerationActions()
  const { id, video, settings, lastFrame } = generation
  const deletion = deletionOf(generation)
  return (
    <div className="flex flex-wrap gap-2">
      {video && (
        <LinkButton href={`${video.url}?download=1`} main>
          <Icon name="download" />
          {messages.downloadVideo}
        </LinkButton>
      )}
      {video && <StarButton generation={generation} />}
      {settings && <LinkButton href={addressFor('again', id)}>{messages.again}</LinkButton>}
      {settings && video && <LinkButton href={addressFor('continue', id)}>{messages.onward}</LinkButton>}
      {lastFrame && (
        <LinkButton href={`${lastFrame.url}?download=1`}>{messages.downloadLastFrame}</LinkButton>
      )}
      {deletion && (
        <Button aria-haspopup="dialog" onClick={() => setConfirm(true)} className="ml-auto text-failure!">
          {messages.remove}
        </Button>
      )}
      {confirm && deletion && (
        <ConfirmRemoval of={deletion} onYes={() => remove(generation)} onClose={() => setConfirm(false)} />
      )}
    </div>
  )
}

type LinkProps = { href: string; main?: boolean; children: ReactNode }

function LinkButton({ href, main = false, children }: LinkProps) {
  const variant = main
    ? 'grow justify-center gap-2 bg-accent font-semibold text-ink hover:brightness-95'
    : 'border bg-raised hover:bg-well'
  return (
    <a
      href={href}
      className={`inline-flex h-10 items-center rounded px-3 text-sm pointer-coarse:h-11 ${variant}`}
    >
      {children}
    </a>
  )
}
