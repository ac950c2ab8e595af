import { Suspense, useState } from 'react'
import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import { thumbnailOf } from '@/components/gallery/addresses'
import { anchorOf } from '@/components/gallery/go-to-videos'
import { lazy } from '@/components/layout/lazy'
import { needed } from '@/components/layout/needed'
import { useMessages } from '@/lib/client/messages'
import { canBeUndone, deletionOf } from '@/lib/shared/deletion'
import type { Generation } from '@/lib/shared/generation'
import { MessageLine } from './message-line'
import { RowFrame } from './row-frame'

const FailureLine = needed(async () => (await import('./failure-line')).FailureLine)
const ConfirmRemoval = lazy(async () => (await import('@/components/layout/confirm-removal')).ConfirmRemoval)

/** The row of a generation that has no video and will not get one by itself. */
export function FailureRow({ generation }: { generation: Generation }) {
  const { gallery, decisions } = useMessages()
  const { remove } = useGenerationActions()
  const [confirm, setConfirm] = useState(false)
  const { id, prompt, taskid, images, settings, status, failure, createdAt } = generation
  const deletion = deletionOf(generation)
  const onYes = () => remove(generation)
  const close = deletion && {
    name: decisions.remove.button,
    press: () => (canBeUndone(deletion) ? onYes() : setConfirm(true)),
  }
  const { title, text } = gallery.unreadable
  const marks = [text, createdAt.slice(0, 'yyyy-mm-dd'.length), id]
  return (
    <>
      <RowFrame {...{ id, prompt, taskid, close }} anchor={anchorOf(id)} image={thumbnailOf(images)}>
        {(about) =>
          settings === null ? (
            <MessageLine title={title} sentences={marks} about={about} />
          ) : (
            <Suspense
              fallback={
                <MessageLine
                  title={gallery.status[status]}
                  sentences={[failure?.message ?? '']}
                  about={about}
                >
                  <div className="h-10 w-full pointer-coarse:h-11 wide:hidden" />
                </MessageLine>
              }
            >
              <FailureLine generation={generation} about={about} />
            </Suspense>
          )
        }
      </RowFrame>
      {confirm && deletion && (
        <ConfirmRemoval of={deletion} onYes={onYes} onClose={() => setConfirm(false)} />
      )}
    </>
  )
}
