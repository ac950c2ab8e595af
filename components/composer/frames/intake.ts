import { type Dropped, isTextField, kindWithoutFiles } from '@/components/ui/dropped'
import type { FramesNote } from './note'

/** What the browser's picker offers. Some systems know HEIC by its extension alone. */
export const OFFERED = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif'

const TRUSTED = ['image/jpeg', 'image/png', 'image/webp', 'image/heic', 'image/heif']

async function judgeBytes(file: File): Promise<'type' | null> {
  try {
    const { HEAD, isPhoto } = await import('./heif')
    const head = await file.slice(0, HEAD).arrayBuffer()
    return isPhoto(new Uint8Array(head)) ? null : 'type'
  } catch {
    return null // neither can be had now: the upload says so, and offers to try again
  }
}

/**
 * Why a file is no photo for the model; null when it may be one. What declares another type, or none, is judged by
 * its bytes, with what is fetched for it.
 */
export const judgePhoto = (file: File): null | Promise<'type' | null> =>
  TRUSTED.includes(file.type) ? null : judgeBytes(file)

/** What goes into the slots, and what there is to tell about the rest. */
export type Intake = { photos: readonly File[]; note: FramesNote | null }

export function toIntake(dropped: Dropped): Intake {
  if (dropped.type !== 'files') return { photos: [], note: { type: dropped.type } }
  const { accepted, rejected } = dropped
  const [out, ...others] = rejected
  if (!out) return { photos: accepted, note: null }
  if (accepted.length > 0) {
    return { photos: accepted, note: { type: 'leftOut', name: out.file.name, others: others.length } }
  }
  // By itself it goes where it was put, and is refused there with what to do about it.
  const file = rejected.find(({ code }) => code !== 'folder')
  return file
    ? { photos: [file.file], note: null }
    : { photos: [], note: { type: 'folder', name: out.file.name } }
}

/** What copying a file puts beside it as text: its name, its path or its address, one a line. */
function isNameOf(files: readonly File[], text: string): boolean {
  const names = files.flatMap(({ name }) => [name, encodeURIComponent(name)])
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  return lines.every((line) => names.includes(line.trim().split(/[\\/]/).at(-1) ?? ''))
}

/**
 * What is pasted, where it is meant for the slots; null when the browser should paste it. A text program copies text
 * and a picture of it at once: in a text field the text is meant. A copied file brings its name as text: the file is.
 * Call it while the event lasts.
 */
export function toDropped(data: DataTransfer, target: EventTarget | null): Dropped | Promise<Dropped> | null {
  const files = [...data.files]
  const text = data.getData('text/plain')
  const inTextField = isTextField(target)
  if (files.length === 0)
    return inTextField || data.types.length === 0 ? null : { type: kindWithoutFiles(data) }
  if (inTextField && text !== '' && !isNameOf(files, text)) return null
  return Promise.all(files.map(async (file) => ({ file, code: await judgePhoto(file) }))).then((judged) => ({
    type: 'files',
    accepted: judged.flatMap(({ file, code }) => (code === null ? [file] : [])),
    rejected: judged.flatMap(({ file, code }) => (code === null ? [] : [{ file, code }])),
  }))
}
