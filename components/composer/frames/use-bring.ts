import { uploadImage } from '@/lib/client/api/upload-image' // not by the index: it comes with the first photo
import type { News } from './frames'

/**
 * Brings a photo to the server and tells how it goes. Never throws. After `signal` nothing more is told or sent.
 * `shown`: the address under which the page shows it already, or nothing.
 */
export async function bring(
  file: File,
  shown: string,
  signal: AbortSignal,
  tell: (news: News) => void,
): Promise<void> {
  const say = (news: News) => !signal.aborted && tell(news)
  try {
    const { prepare, refuseSize } = await import('./prepare')
    const { refusal, ...photo } = await prepare(file, shown, () => say({ upload: { type: 'converting' } }))
    if (signal.aborted) return shown ? undefined : URL.revokeObjectURL(photo.preview)
    if (refusal) return tell({ ...photo, upload: { type: 'refused', problem: refusal } })
    tell({ ...photo, upload: { type: 'running', share: 0 } })
    const stop = uploadImage(photo.file, {
      onProgress: (share) => say({ upload: { type: 'running', share } }),
      onEnd: (end) => {
        if (end.type !== 'done') return say({ upload: end })
        const { id, width, height } = end.image
        const problem = refuseSize({ width, height }) // known only now where this browser could not read it
        say({
          upload: problem ? { type: 'refused', problem } : { type: 'done', id },
          size: { width, height },
        })
      },
    })
    signal.addEventListener('abort', stop, { once: true })
  } catch {
    say({ upload: { type: 'broken' } }) // the file went away under our hands, or the studio did: both can be tried again
  }
}
