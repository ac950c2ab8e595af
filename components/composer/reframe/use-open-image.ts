import { useEffect, useState } from 'react'
import { readImage } from '@/components/composer/frames/canvas-image'
import type { Frame } from '@/components/composer/frames/frames'

/** A photo opened to be cut: the browser's picture of it, and the format that the cut is to have. */
export type OpenImage = { image: HTMLImageElement; type: string }

/** The photo as the person brought it, or as the server has it: after a reload there is no other. @throws Error */
async function bytesOf({ file, upload }: Pick<Frame, 'file' | 'upload'>): Promise<Blob> {
  if (file) return file
  if (upload.type !== 'done') throw new Error('There is neither a file nor an image at the server.')
  const response = await fetch(`/api/images/${encodeURIComponent(upload.id)}`)
  if (!response.ok) throw new Error(`The image was answered with HTTP ${response.status}.`)
  return response.blob()
}

/** Opens a whole photo as long as it is needed; null while it is being opened. */
export function useOpenImage({ file, upload }: Frame): OpenImage | 'unreadable' | null {
  const [open, setOpen] = useState<OpenImage | 'unreadable' | null>(null)
  const [source] = useState({ file, upload }) // an upload that goes on meanwhile changes nothing here
  useEffect(() => {
    let address = ''
    let gone = false
    const read = async () => {
      const bytes = await bytesOf(source)
      if (gone) return
      address = URL.createObjectURL(bytes)
      const image = await readImage(address)
      if (!gone) setOpen({ image, type: bytes.type })
    }
    read().catch(() => gone || setOpen('unreadable'))
    return () => {
      gone = true
      URL.revokeObjectURL(address)
    }
  }, [source])
  return open
}
