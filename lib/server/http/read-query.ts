import { invalid } from '@/lib/server/invalid-input'
import { QUERY_HEADER } from '@/lib/server/raw-query'
import { decodeUtf8 } from './utf8'

/**
 * The parameters of a request's query; of several with one name, the last.
 * @throws Problem invalid_input: percent-encoded bytes are not UTF-8
 */
export const readQuery = (request: Request): Record<string, string> => Object.fromEntries(pairsOf(request))

/**
 * All values of a parameter that may be repeated, in order.
 * @throws Problem invalid_input: percent-encoded bytes are not UTF-8
 */
export const readRepeated = (request: Request, parameter: string): string[] =>
  pairsOf(request).flatMap(([name, value]) => (name === parameter ? [value] : []))

function pairsOf(request: Request): [name: string, value: string][] {
  const query = request.headers.get(QUERY_HEADER) ?? new URL(request.url).search.slice(1)
  const pairs = query.split('&').filter(Boolean)
  return pairs.map((pair) => {
    const [rawName = '', ...rawValue] = pair.split('=')
    const name = decoded(rawName)
    if (name === undefined) throw invalid([{ type: 'not_utf8', field: rawName, part: 'field_name' }])
    const value = decoded(rawValue.join('='))
    if (value === undefined) throw invalid([{ type: 'not_utf8', field: name, part: 'value' }])
    return [name, value]
  })
}

/** Like URLSearchParams, which would replace what is not UTF-8. */
const decoded = (raw: string): string | undefined => decodeUtf8(bytesOf(raw.replaceAll('+', ' ')))

const bytesOf = (raw: string): Buffer =>
  Buffer.from(
    raw.replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
