export type Range = { start: number; end: number }

/**
 * Parses Range (RFC 9110, 14), with `end` inclusive. undefined: serve the whole file, as also for a malformed header, several ranges, or
 * an If-Range of another version than `etag`.
 */
export function parseRange(
  headers: Headers,
  bytes: number,
  etag: string,
): Range | 'unsatisfiable' | undefined {
  const wanted = /^bytes=(\d*)-(\d*)$/.exec(headers.get('range')?.trim() ?? '')
  const condition = headers.get('if-range')
  if (!wanted || (condition !== null && condition !== etag)) return undefined
  const [, first = '', last = ''] = wanted
  if (first === '' && last === '') return undefined
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (first !== '' && last !== '' && Number(last) < Number(first)) return undefined
  return start > end || start >= bytes ? 'unsatisfiable' : { start, end }
}
