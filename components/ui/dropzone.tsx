import { type ComponentProps, type DragEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type FileError, type FileRejection, useDropzone } from 'react-dropzone'
import { type Dropped, filesFrom, hasFiles, isFolder, isTextField, kindWithoutFiles } from './dropped'

type State = {
  /** Files are held over this zone, and not over one nested in it. */
  isDragActive: boolean
  /** Files are held over the page. */
  isDragGlobal: boolean
  /** The file picker's input. */
  input: RefObject<HTMLInputElement | null>
}

type Props = {
  className: string | ((state: State) => string)
  /** Why a file can’t be used, as a code; null if it can. Return synchronously if the declared type is enough. */
  judge: (file: File) => string | null | Promise<string | null>
  onDropped: (dropped: Dropped) => void
  /** Attributes of the file input; without them the zone has none. */
  picker?: ComponentProps<'input'>
  children: (state: State) => ReactNode
}

const toError = (code: string | null): FileError | null => (code === null ? null : { code, message: code })
const toRejected = ({ file, errors }: FileRejection) => ({ file, code: errors[0]?.code ?? '' })

const heard = new WeakSet<Event>()

/** Whether a zone has got this drop. */
export const isHeard = (drop: Event): boolean => heard.has(drop)

/**
 * Takes files by drop or file picker. Of nested zones the innermost gets the drop. Other drops are reported too, and
 * the browser never navigates to them; only text fields keep their own text drop. Not exported from the index,
 * because server-rendered pages import that and shouldn’t load react-dropzone.
 */
export function Dropzone({ className, judge, onDropped, picker, children }: Props) {
  const withoutFiles = useRef<'link' | 'text' | null>(null)

  const { getRootProps, getInputProps, inputRef, isDragActive, isDragGlobal } = useDropzone({
    getFilesFromEvent: filesFrom,
    validator(file) {
      const code = isFolder(file) ? 'folder' : judge(file)
      return code instanceof Promise ? code.then(toError) : toError(code)
    },
    onDrop(accepted, rejections) {
      if (inputRef.current) inputRef.current.value = '' // so that the same file can be chosen again
      const type = withoutFiles.current
      withoutFiles.current = null
      if (accepted.length + rejections.length > 0) {
        onDropped({ type: 'files', accepted, rejected: rejections.map(toRejected) })
      } else if (type) onDropped({ type }) // files were announced, but none came
    },
    noClick: true, // a label opens the picker, even before hydration
    noKeyboard: true,
    noPaste: true,
    noDragEventsBubbling: true,
    preventDropOnDocument: false, // it would also block text drops into text fields
  })
  useDragEnd(isDragGlobal)
  useEarlyChoice(inputRef)

  // react-dropzone ignores stopped events, so the browser handles them.
  const leaveText = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer) && isTextField(event.target)) event.stopPropagation()
  }
  const onDrop = (event: DragEvent) => {
    heard.add(event.nativeEvent)
    leaveText(event)
    if (event.isPropagationStopped()) return
    withoutFiles.current = kindWithoutFiles(event.dataTransfer)
    if (!hasFiles(event.dataTransfer)) onDropped({ type: withoutFiles.current })
  }

  const state = { isDragActive, isDragGlobal, input: inputRef }
  return (
    <div
      {...getRootProps({
        className: typeof className === 'string' ? className : className(state),
        onDragEnter: leaveText,
        onDragOver: leaveText,
        onDrop,
      })}
    >
      {picker && (
        <input
          {...getInputProps({ 'aria-label': undefined, style: undefined, tabIndex: undefined, ...picker })}
        />
      )}
      {children(state)}
    </div>
  )
}

/** When the dragged item vanishes under the pointer, no event says that the drag ended. The next pointer move does. */
function useDragEnd(dragging: boolean) {
  useEffect(() => {
    if (!dragging) return
    const end = () => document.dispatchEvent(new Event('dragend')) // react-dropzone listens for it
    document.addEventListener('pointermove', end, { once: true })
    return () => document.removeEventListener('pointermove', end)
  }, [dragging])
}

/** A file chosen before hydration has fired its change event unheard. */
function useEarlyChoice(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const { current } = input
    if (current?.files?.length) current.dispatchEvent(new Event('change', { bubbles: true }))
  }, [input])
}
