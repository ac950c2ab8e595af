import { uploadImage } from '@/lib/client/api/upload-image' // not by the index: it comes with the first photo
import { keepCopy } from '@/lib/client/storage'
import type { News } from './frames'

/**
 * Prepares and uploads a photo, and reports its progress. Never throws. After `signal` aborts, nothing is reported or
 * sent.
 * @param shown URL under which the page shows the photo already; empty if it doesn’t
 */
export async function bring(
  file: File,
  shown: string,
  signal: AbortSignal,
  tell: (news: News) => void,
): Promise<void> {
  const report = (news: News) => !signal.aborted && tell(news)
  try {
    const { prepare, refuseSize } = await import('./prepare')
    const { refusal, ...photo } = await prepare(file, shown, () => report({ upload: { type: 'converting' } }))
    if (signal.aborted) return shown ? undefined : URL.revokeObjectURL(photo.preview)
    if (refusal) return tell({ ...photo, upload: { type: 'refused', problem: refusal } })
    tell({ ...photo, upload: { type: 'running', share: 0 } })
    const stop = uploadImage(photo.file, {
      onProgress: (share) => report({ upload: { type: 'running', share } }),
      onEnd: (end) => {
        if (end.type !== 'done') return report({ upload: end })
        const { id, width, height } = end.image
        void keepCopy(id, photo.file)
        const problem = refuseSize({ width, height }) // only now known for files that this browser could not read
        report({
          upload: problem ? { type: 'refused', problem } : { type: 'done', id },
          size: { width, height },
        })
      },
    })
    signal.addEventListener('abort', stop, { once: true })
  } catch {
    report({ upload: { type: 'broken' } }) // the file or the server became unavailable; both can be retried
  }
}
