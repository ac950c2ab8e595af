import { invalid } from '@/lib/server/invalid-input'
import { Problem } from '@/lib/shared/problem'
import { headerParameters } from './header-parameters'
import { decodeUtf8 } from './utf8'

/** What a part's headers say about it. */
export type PartHead = {
  name: string
  /** '' for a file field in which no file was chosen; undefined for text. */
  filename: string | undefined
  /** The charset of a text, where one is named. */
  charset: string | undefined
}

/** Ways in which a part travels as it is. */
const PLAIN_ENCODINGS = ['7bit', '8bit', 'binary']

/**
 * Reads the headers of a form's part. A part that can't be read is refused: leaving it out would send, and bill, something else.
 * @param header lines by name in lower case, one character per byte
 * @throws Problem invalid_input
 */
export function readPartHead(header: object): PartHead {
  const lines = new Map(Object.entries(header))
  const line = (name: string): string => [lines.get(name)].flat().find((one) => typeof one === 'string') ?? ''
  const disposition = headerParameters(line('content-disposition'))
  const rawName = disposition?.get('name')
  if (!/^form-data\s*;/i.test(line('content-disposition')) || rawName === undefined) throw malformedPart()
  const name = text(rawName)
  if (name === undefined) throw notUtf8(lossy(rawName), 'field_name')

  const type = line('content-type')
  const rawFilename =
    disposition?.get('filename') ?? (/^application\/octet-stream\b/i.test(type) ? 'file' : undefined)
  const filename = rawFilename === undefined ? undefined : text(rawFilename)
  if (rawFilename !== undefined && filename === undefined) throw notUtf8(name, 'file_name')
  refuseEncoded(name, line('content-transfer-encoding'))
  return { name, filename, charset: headerParameters(type)?.get('charset') }
}

/** @throws Problem invalid_input: the provider would get the letters of the encoding */
function refuseEncoded(name: string, encoding: string): void {
  if (encoding === '' || PLAIN_ENCODINGS.includes(encoding.trim().toLowerCase())) return
  const sentence = `${name} has the Content-Transfer-Encoding ${encoding}. Send it as it is, without one.`
  throw new Problem('invalid_input', sentence, { errors: { [name]: [sentence] } })
}

const bytesOf = (raw: string): Buffer => Buffer.from(raw, 'latin1')

const text = (raw: string): string | undefined => decodeUtf8(bytesOf(raw.replace(/\\(["\\])/g, '$1')))

const lossy = (raw: string): string => bytesOf(raw).toString('utf8')

const notUtf8 = (field: string, part: 'field_name' | 'file_name') =>
  invalid([{ type: 'not_utf8', field, part }])

export const malformedPart = (cause?: unknown) =>
  new Problem('invalid_input', 'The form is incomplete or malformed. Send it again.', { cause })
