import { type Dropped, isFolder, isTextField, kindWithoutFiles, pastedFiles } from '@/components/ui/dropped'
import type { FramesNote } from './note'

/** The file picker’s `accept`. Some systems know HEIC by its extension only. */
export const OFFERED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif'

const TRUSTED = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']

async function judgeBytes(file: File): Promise<'type' | null> {
  if (file.size === 0) return null // its slot says so
  try {
    const { HEAD, isPhoto } = await import('@/components/composer/heic/heif')
    const head = await file.slice(0, HEAD).arrayBuffer()
    return isPhoto(new Uint8Array(head)) ? null : 'type'
  } catch {
    return null // the file or the code can’t be loaded now: its slot says so
  }
}

/**
 * Why a file is not a photo for the model; null if it may be one. A file that declares another type, or none, is
 * judged by its bytes, with code loaded on demand.
 */
export const judgePhoto = (file: File): null | Promise<'type' | null> =>
  TRUSTED.includes(file.type) ? null : judgeBytes(file)

/** The files for the slots, and a note about those left out. */
export type Intake = { photos: readonly File[]; note: FramesNote | null }

export function toIntake(dropped: Dropped): Intake {
  if (dropped.type !== 'files') return { photos: [], note: { type: dropped.type } }
  const { accepted, rejected } = dropped
  const [out, ...others] = rejected
  if (!out) return { photos: accepted, note: null }
  if (accepted.length > 0) {
    return { photos: accepted, note: { type: 'leftOut', name: out.file.name, others: others.length } }
  }
  // The only file goes into its slot even if it is no photo: the slot shows why it is refused and what to do.
  const file = rejected.find(({ code }) => code !== 'folder')
  if (file && LINK.test(file.file.name)) return { photos: [], note: { type: 'link' } }
  return file
    ? { photos: [file.file], note: null }
    : { photos: [], note: { type: 'folder', name: out.file.name } }
}

/** Links to files and sites, as systems keep them. */
const LINK = /\.(url|webloc|inetloc|lnk|desktop)$/i

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Copied files carry text as well: their names (some systems hide the extension), paths or URLs, one a line. */
function isNameOf(files: readonly File[], text: string): boolean {
  // macOS takes accented letters apart in names of files, but not in text.
  const names = files
    .flatMap(({ name }) => [name, name.replace(/\.[^.]+$/, '')])
    .map((name) => name.normalize())
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return lines.every((line) => {
    const last = line.trim().split(/[\\/]/).at(-1) ?? ''
    return names.includes(last.normalize()) || names.includes(decoded(last).normalize())
  })
}

/**
 * Pasted content for the slots; null if the browser should handle the paste. Office programs copy text together with
 * a picture of it: in a text field the text wins. A copied file carries its name as text: there the file wins. Must
 * run during the event.
 */
export function toDropped(data: DataTransfer, target: EventTarget | null): Dropped | Promise<Dropped> | null {
  const files = pastedFiles(data)
  const text = data.getData('text/plain')
  const inTextField = isTextField(target)
  if (files.length === 0)
    return inTextField || data.types.length === 0 ? null : { type: kindWithoutFiles(data) }
  if (inTextField && text !== '' && !isNameOf(files, text)) return null
  const judge = async (file: File) => ({ file, code: isFolder(file) ? 'folder' : await judgePhoto(file) })
  return Promise.all(files.map(judge)).then((judged) => ({
    type: 'files',
    accepted: judged.flatMap(({ file, code }) => (code === null ? [file] : [])),
    rejected: judged.flatMap(({ file, code }) => (code === null ? [] : [{ file, code }])),
  }))
}
