import { fetchImage } from '@/lib/client/api'
import { uploadImage } from '@/lib/client/api/upload-image' // not by the index: it comes with the first photo
import { keepCopy } from '@/lib/client/storage/photo-copies'
import type { Frame, News } from './frames'
import type { Prepared } from './prepare'
import { UnreadableFile } from './unreadable-file'

type Source = Pick<Frame, 'preview' | 'size' | 'cut'> & { file: File }

/**
 * Prepares and uploads a photo, and reports its progress. Never throws. After `signal` aborts, nothing is reported or
 * sent.
 * @param source with a preview where the page shows the photo already
 */
export async function bring(source: Source, signal: AbortSignal, tell: (news: News) => void): Promise<void> {
  const report = (news: News) => !signal.aborted && tell(news)
  try {
    const { prepare, refuseSize } = await import('./prepare')
    const { refusal, ...photo } = source.cut
      ? asCropped(source)
      : await prepare(source.file, source.preview, () => report({ upload: { type: 'converting' } }))
    if (signal.aborted) return source.preview ? undefined : URL.revokeObjectURL(photo.preview)
    if (refusal) return tell({ ...photo, upload: { type: 'refused', problem: refusal } })
    tell({ ...photo, upload: { type: 'running', share: 0 } })
    const stop = uploadImage(photo.file, source.cut?.rect ?? null, {
      onProgress: (share) => report({ upload: { type: 'running', share } }),
      onEnd: (end) => {
        if (end.type !== 'done') return report({ upload: end })
        const { id, width, height } = end.image
        void keepCopy(id, source.cut ? fetchImage(id) : photo.file)
        const problem = refuseSize({ width, height }) // only now known for files that this browser could not read
        report({
          upload: problem ? { type: 'refused', problem } : { type: 'done', id },
          size: { width, height },
        })
      },
    })
    signal.addEventListener('abort', stop, { once: true })
  } catch (cause) {
    if (cause instanceof UnreadableFile) report({ upload: { type: 'unreadable', why: cause.why } })
    else report({ upload: { type: 'broken' } }) // code that could not be loaded
  }
}

/** A crop is made from a photo that was prepared already. */
const asCropped = ({ file, preview, size }: Source): Prepared => ({ file, preview, size, refusal: null })
