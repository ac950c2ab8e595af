import type { DropEvent } from 'react-dropzone'

/** A file that was not taken; `code`: 'folder', or what the zone's `judge` said of it. */
export type Rejected = { file: File; code: string }

/** What came in by a drop, the file picker or the clipboard. */
export type Dropped =
  | { type: 'files'; accepted: readonly File[]; rejected: readonly Rejected[] }
  /** An address, such as that of a picture on another site. */
  | { type: 'link' }
  | { type: 'text' }

/** Folders as the platform hands them over: as files that nobody can read. */
const folders = new WeakSet<File>()

export const isFolder = (file: File): boolean => folders.has(file)

function fileOf(item: DataTransferItem): File[] {
  const entry = item.webkitGetAsEntry?.()
  const file = item.getAsFile() ?? (entry?.isDirectory ? new File([], entry.name) : null)
  if (file && entry?.isDirectory) folders.add(file)
  return file ? [file] : []
}

/**
 * The files of an event, at once: after it nobody can read them. While something is dragged, only their kinds are
 * known. Folders stay closed, unlike in react-dropzone's own version: nobody can tell which of a thousand are meant,
 * and reading them all takes minutes.
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

/** What a drop without files is. A picture that is dragged from another site often comes as its address alone. */
export const kindWithoutFiles = ({ types }: DataTransfer): 'link' | 'text' =>
  types.includes('text/uri-list') ? 'link' : 'text'

const TEXT_FIELD = 'textarea, input:not([type="file"], [type="checkbox"], [type="range"]), [contenteditable]'

/** Whether an event happened in a field that takes text by itself. */
export function isTextField(target: EventTarget | null): boolean {
  const element = target instanceof Node && !(target instanceof Element) ? target.parentElement : target
  return element instanceof Element && element.closest(TEXT_FIELD) !== null
}
