import { parseJson } from '@/lib/shared/parse-json'
import type { ApiPath } from './own-fetch'
import { ask, type Refused, send } from './send'

/**
 * Calls the API for sign-in, users and their data. `read` turns the JSON of a success into a value, or null if it is
 * not our server’s. Never throws. A 401 doesn’t prompt for sign-in, because sign-in itself uses this.
 */
export function call<Good>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: ApiPath,
  body: unknown,
  read: (json: unknown) => Good | null,
): Promise<{ type: 'done'; value: Good } | Refused> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const parse = (text: string) => {
    const value = read(parseJson(text))
    return value === null ? null : ({ type: 'done', value } as const)
  }
  return send(path, { method, ...(body !== undefined && json) }, parse, ask)
}

/** `read` for calls whose success carries no data. */
export const nothing = () => true
