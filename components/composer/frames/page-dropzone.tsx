import { type ReactNode, useEffect, useEffectEvent } from 'react'
import type { Dropped } from '@/components/ui/dropped'
import { Dropzone } from '@/components/ui/dropzone'
import { useMessages } from '@/lib/client/messages'
import { judgePhoto, toDropped, toIntake } from './intake'
import type { FramesControl } from './use-frames'

type Props = { control: FramesControl; className: string; children: ReactNode }

/** The whole page: photos that are dropped anywhere on it or pasted into it find their slot by themselves. */
export function PageDropzone({ control, className, children }: Props) {
  const { dropAnywhere } = useMessages('frames')
  const take = (dropped: Dropped) => {
    const { photos, note } = toIntake(dropped)
    control.add(photos, null, note)
  }
  usePaste(take)
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

/** Shows that the page takes what is held over it, and leaves the slots to be seen and aimed at. */
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

/** Where nothing has the focus, a paste reaches the document alone, and no zone. */
function usePaste(take: (dropped: Dropped) => void) {
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const dropped = event.clipboardData && toDropped(event.clipboardData, event.target)
    if (!dropped) return
    event.preventDefault()
    void Promise.resolve(dropped).then(take)
  })
  useEffect(() => {
    const listen = (event: ClipboardEvent) => onPaste(event)
    document.addEventListener('paste', listen)
    return () => document.removeEventListener('paste', listen)
  }, [])
}
