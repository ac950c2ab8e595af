import { useGenerationActions } from '@/components/gallery/actions/generation-actions'
import type { Removal } from '@/components/gallery/actions/use-removal'
import { useMessages } from '@/lib/client/messages'
import { canBeUndone, deletionOf, isUrgent } from '@/lib/shared/deletion'
import { type Generation, isReadable } from '@/lib/shared/generation'
import { selectionEn } from '@/lib/shared/messages/en/selection'
import { selectionZh } from '@/lib/shared/messages/zh/selection'

/** What can be deleted among these, by how: what a while later can't be undone is deleted at once. */
function parted(videos: readonly Generation[]) {
  const parts: Record<'delayed' | 'queued' | 'final', Generation[]> = { delayed: [], queued: [], final: [] }
  for (const video of videos) {
    const deletion = deletionOf(video)
    if (deletion)
      parts[canBeUndone(deletion) ? (isUrgent(deletion) ? 'queued' : 'delayed') : 'final'].push(video)
  }
  return parts
}

/** Deletes what can be deleted among several videos, with one Undo for each way of deleting. */
export function useRemoveMany(videos: readonly Generation[], remove: Removal['remove']) {
  const messages = useMessages({ en: selectionEn, zh: selectionZh })
  const { sendAnew } = useGenerationActions()
  const { delayed, queued, final } = parted(videos)
  const failed = (why: string, count: number) => messages.notRemoved(count, why)
  const again = () => {
    for (const video of queued.filter(isReadable)) sendAnew(video)
  }
  return {
    /** How many can be deleted, and how many of them need a confirmation. */
    count: delayed.length + queued.length + final.length,
    final: final.length,
    run() {
      if (final.length > 0) remove(final, { undo: null, failed })
      if (queued.length > 0) remove(queued, { undo: again, failed })
      if (delayed.length > 0) remove(delayed, { undo: 'delayed', failed })
    },
  }
}
