import type { Upload } from './frames'

type Why = Extract<Upload, { type: 'unreadable' }>['why']

/** The system does not hand out the bytes of a file. */
export class UnreadableFile extends Error {
  constructor(
    readonly why: Why,
    cause?: unknown,
  ) {
    super(`The file can't be read: ${why}.`, { cause })
  }
}
