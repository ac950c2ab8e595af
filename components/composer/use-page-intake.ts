import { useEffect, useEffectEvent } from 'react'
import { useFileDrop } from '@/lib/client/browser'
import type { FramesControl } from './use-frames'

/** Photos that are dropped anywhere on the page or pasted into it find their place by themselves. */
export function usePageIntake(control: FramesControl) {
  const { over, target } = useFileDrop((files) => control.add(files, null))

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const data = event.clipboardData
    const images = [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
    // What a text program copies comes as text and picture at once: in a text field the text is meant.
    const textMeant = event.target instanceof HTMLTextAreaElement && data?.types.includes('text/plain')
    if (images.length === 0 || textMeant) return
    event.preventDefault()
    control.add(images, null)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])

  return { rootProps: target, dragging: over }
}
