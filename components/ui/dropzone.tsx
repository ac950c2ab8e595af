import { type ComponentProps, type DragEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { type FileError, type FileRejection, useDropzone } from 'react-dropzone'
import { type Dropped, filesFrom, hasFiles, isFolder, isTextField, kindWithoutFiles } from './dropped'

type State = {
  /** Files are held over this zone, and no other within it. */
  isDragActive: boolean
  /** Files are held over the page. */
  isDragGlobal: boolean
  /** The file picker's input. */
  input: RefObject<HTMLInputElement | null>
}

type Props = {
  className: string | ((state: State) => string)
  /** Why a file can't be used, as a code; null when it can. Answer at once where the declared type is enough. */
  judge: (file: File) => string | null | Promise<string | null>
  onDropped: (dropped: Dropped) => void
  /** Attributes of the file picker's input. Without them the zone has none. */
  picker?: ComponentProps<'input'>
  children: (state: State) => ReactNode
}

const toError = (code: string | null): FileError | null => (code === null ? null : { code, message: code })
const toRejected = ({ file, errors }: FileRejection) => ({ file, code: errors[0]?.code ?? '' })

/**
 * Takes in files: dropped on it, or chosen in its picker. In nested zones the inner one gets the drop. Whatever else
 * is dropped is reported too, and the browser never leaves the page for it; only text fields keep their own text drop.
 * Not in the index, which pages on the server import: it would weigh on those that take in no files.
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
      if (inputRef.current) inputRef.current.value = '' // the same file may be chosen again
      const type = withoutFiles.current
      withoutFiles.current = null
      if (accepted.length + rejections.length > 0) {
        onDropped({ type: 'files', accepted, rejected: rejections.map(toRejected) })
      } else if (type) onDropped({ type }) // files were announced, and none came
    },
    noClick: true, // a label opens the picker, also before the page is hydrated
    noKeyboard: true,
    noPaste: true,
    noDragEventsBubbling: true,
    preventDropOnDocument: false, // it would also keep text from the text fields
  })
  useDragEnd(isDragGlobal)
  useEarlyChoice(inputRef)

  // A stopped event is none of react-dropzone's, and goes on to the browser.
  const leaveText = (event: DragEvent) => {
    if (!hasFiles(event.dataTransfer) && isTextField(event.target)) event.stopPropagation()
  }
  const onDrop = (event: DragEvent) => {
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

/** When what is dragged over goes away under the pointer, no event says that the drag left it. A moving pointer does. */
function useDragEnd(dragging: boolean) {
  useEffect(() => {
    if (!dragging) return
    const end = () => document.dispatchEvent(new Event('dragend')) // which react-dropzone listens to
    document.addEventListener('pointermove', end, { once: true })
    return () => document.removeEventListener('pointermove', end)
  }, [dragging])
}

/** A file chosen before the page was hydrated has told nobody yet. */
function useEarlyChoice(input: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const { current } = input
    if (current?.files?.length) current.dispatchEvent(new Event('change', { bubbles: true }))
  }, [input])
}
