import { useEffect, useState } from 'react'
import type { Frame } from '@/components/composer/frames/frames'
import { readImage } from '@/components/composer/frames/read-image'
import { fetchImage } from '@/lib/client/api'
import type { Size } from '@/lib/shared/images/kept-size'

/** A photo opened for cropping: its file, URL and upright size in px. */
export type OpenImage = { file: File; url: string; size: Size }

type Source = Pick<Frame, 'name' | 'file' | 'upload'>

/**
 * The user’s file or, after a reload, the server’s copy.
 * @throws Error when neither is available
 */
async function fileOf({ name, file, upload }: Source): Promise<File> {
  if (file) return file
  if (upload.type !== 'done') throw new Error('There is neither a file nor an image at the server.')
  const bytes = await fetchImage(upload.id)
  return new File([bytes], name, { type: bytes.type })
}

/** Loads a whole photo while it is needed; null while loading. */
export function useOpenImage({ name, file, upload }: Frame): OpenImage | 'unreadable' | null {
  const [open, setOpen] = useState<OpenImage | 'unreadable' | null>(null)
  const [source] = useState({ name, file, upload }) // upload progress must not reload it
  useEffect(() => {
    let url = ''
    let closed = false
    const read = async () => {
      const opened = await fileOf(source)
      if (closed) return
      url = URL.createObjectURL(opened)
      const { naturalWidth: width, naturalHeight: height } = await readImage(url)
      if (!closed) setOpen({ file: opened, url, size: { width, height } })
    }
    read().catch(() => closed || setOpen('unreadable'))
    return () => {
      closed = true
      URL.revokeObjectURL(url)
    }
  }, [source])
  return open
}
