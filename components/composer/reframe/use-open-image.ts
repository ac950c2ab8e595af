import { useEffect, useState } from 'react'
import { readImage } from '@/components/composer/frames/canvas-image'
import type { Frame } from '@/components/composer/frames/frames'
import { fetchImage } from '@/lib/client/api'

/** A photo opened for cropping: the decoded image, and the media type for the crop. */
export type OpenImage = { image: HTMLImageElement; type: string }

/**
 * The user’s file or, after a reload, the server’s copy.
 * @throws Error when neither is available
 */
async function bytesOf({ file, upload }: Pick<Frame, 'file' | 'upload'>): Promise<Blob> {
  if (file) return file
  if (upload.type !== 'done') throw new Error('There is neither a file nor an image at the server.')
  const response = await fetchImage(upload.id)
  if (!response.ok) throw new Error(`The image was answered with HTTP ${response.status}.`)
  return response.blob()
}

/** Loads a whole photo while it is needed; null while loading. */
export function useOpenImage({ file, upload }: Frame): OpenImage | 'unreadable' | null {
  const [open, setOpen] = useState<OpenImage | 'unreadable' | null>(null)
  const [source] = useState({ file, upload }) // upload progress must not reload it
  useEffect(() => {
    let address = ''
    let closed = false
    const read = async () => {
      const bytes = await bytesOf(source)
      if (closed) return
      address = URL.createObjectURL(bytes)
      const image = await readImage(address)
      if (!closed) setOpen({ image, type: bytes.type })
    }
    read().catch(() => closed || setOpen('unreadable'))
    return () => {
      closed = true
      URL.revokeObjectURL(address)
    }
  }, [source])
  return open
}
