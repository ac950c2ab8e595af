import type { DropEvent } from 'react-dropzone'

/** A file that was refused. `code`: 'folder', or the result of `judge`. */
export type Rejected = { file: File; code: string }

/** What arrived by drop, file picker or clipboard. */
export type Dropped =
  | { type: 'files'; accepted: readonly File[]; rejected: readonly Rejected[] }
  /** A URL, such as that of an image on another site. */
  | { type: 'link' }
  | { type: 'text' }

/** Folders arrive as unreadable files. */
const folders = new WeakSet<File>()

export const isFolder = (file: File): boolean => folders.has(file)

function fileOf(item: DataTransferItem): File[] {
  const entry = item.webkitGetAsEntry?.()
  const file = item.getAsFile() ?? (entry?.isDirectory ? new File([], entry.name) : null)
  if (file && entry?.isDirectory) folders.add(file)
  return file ? [file] : []
}

/** The files of a clipboard; folders are among them. */
export function pastedFiles({ items, files }: DataTransfer): File[] {
  const found = [...items].filter(({ kind }) => kind === 'file').flatMap(fileOf)
  return found.length > 0 ? found : [...files]
}

/**
 * The files of an event, read synchronously because they are inaccessible afterwards. During a drag only their types
 * are known. Unlike react-dropzone’s default it doesn’t open folders: nobody can tell which of a thousand files are
 * meant, and reading them all takes minutes.
 */
export async function filesFrom(
  event: DropEvent | FileSystemFileHandle[],
): Promise<(File | DataTransferItem)[]> {
  if (Array.isArray(event)) return []
  if ('dataTransfer' in event && event.dataTransfer) {
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === 'file')
    return event.type === 'drop' ? items.flatMap(fileOf) : items
  }
  return event.target instanceof HTMLInputElement ? [...(event.target.files ?? [])] : []
}

export const hasFiles = ({ types, items }: DataTransfer): boolean =>
  types.includes('Files') || [...items].some(({ kind }) => kind === 'file')

/** The kind of a drop without files. An image dragged from another site often comes as its URL only. */
export const kindWithoutFiles = ({ types }: DataTransfer): 'link' | 'text' =>
  types.includes('text/uri-list') ? 'link' : 'text'

const TEXT_FIELD = 'textarea, input:not([type="file"], [type="checkbox"], [type="range"]), [contenteditable]'

/** Whether an event happened in an editable text field. */
export function isTextField(target: EventTarget | null): boolean {
  const element = target instanceof Node && !(target instanceof Element) ? target.parentElement : target
  return element instanceof Element && element.closest(TEXT_FIELD) !== null
}
