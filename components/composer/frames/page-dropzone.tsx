import { type ReactNode, useEffect, useEffectEvent } from 'react'
import { type Dropped, hasFiles, isTextField } from '@/components/ui/dropped'
import { Dropzone, isHeard } from '@/components/ui/dropzone'
import { useMessages } from '@/lib/client/messages'
import { judgePhoto, toDropped, toIntake } from './intake'
import type { FramesControl } from './use-frames'

type Props = { control: FramesControl; className: string; children: ReactNode }

/** Makes the whole page a drop and paste target; photos go to the free slot. */
export function PageDropzone({ control, className, children }: Props) {
  const { dropAnywhere } = useMessages('frames')
  const take = (dropped: Dropped) => {
    const { photos, note } = toIntake(dropped)
    control.add(photos, null, note)
  }
  usePaste(take)
  useUnheardDrop(take)
  return (
    <Dropzone className={className} judge={judgePhoto} onDropped={take}>
      {({ isDragGlobal }) => (
        <>
          {children}
          {isDragGlobal && <DropSign text={dropAnywhere} />}
        </>
      )}
    </Dropzone>
  )
}

/** Shown during a drag. Leaves the slots visible, so that the user can aim at one. */
function DropSign({ text }: { text: string }) {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-2 z-40 grid content-end justify-items-center rounded border-2 border-mark border-dashed bg-mark/5 p-6 starting:opacity-0 motion-safe:transition-opacity"
    >
      <p className="rounded border bg-panel px-4 py-2 text-sm">{text}</p>
    </div>
  )
}

/** Without a focused element, paste events reach only the document; on a part that isn't hydrated, React stops them there. */
function usePaste(take: (dropped: Dropped) => void) {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const dropped = event.clipboardData && toDropped(event.clipboardData, event.target)
    if (!dropped) return
    event.preventDefault()
    void Promise.resolve(dropped).then(take)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    window.addEventListener('paste', listen, true)
    return () => window.removeEventListener('paste', listen, true)
  }, [])
}

/**
 * A drop that no zone hears. React stops events on a part of the page that isn't hydrated yet, such as a card whose code is still
 * loading: the photo would be lost, and the browser would open it in place of the page. So this listens before React does, and takes
 * the drop afterwards if no zone has.
 */
function useUnheardDrop(take: (dropped: Dropped) => void) {
  const onDrop = useEffectEvent((event: DragEvent) => {
    const dropped = event.dataTransfer && toDropped(event.dataTransfer, event.target)
    if (!dropped) return
    event.preventDefault()
    setTimeout(async () => {
      if (!isHeard(event)) take(await dropped)
    })
  })
  useEffect(() => {
    const allow = (event: DragEvent) => {
      if (event.dataTransfer && (hasFiles(event.dataTransfer) || !isTextField(event.target)))
        event.preventDefault()
    }
    const drop = (event: DragEvent) => onDrop(event)
    window.addEventListener('dragover', allow, true)
    window.addEventListener('drop', drop, true)
    return () => {
      window.removeEventListener('dragover', allow, true)
      window.removeEventListener('drop', drop, true)
    }
  }, [])
}
