import { parseJson } from '@/lib/shared/parse-json'
import type { ApiPath } from './request'
import { ask, askSignedIn, type Refused, send } from './send'

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Answer<Good> = Promise<{ type: 'done'; value: Good } | Refused>

/**
 * Calls the API for sign-in. `read` turns the JSON of a success into a value, or null if it is not our server’s. Never
 * throws. A 401 doesn’t prompt for sign-in, because this is what sign-in itself uses.
 */
export function call<Good>(
  method: Method,
  path: ApiPath,
  body: unknown,
  read: (json: unknown) => Good | null,
  request = ask,
): Answer<Good> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const parse = (text: string) => {
    const value = read(parseJson(text))
    return value === null ? null : ({ type: 'done', value } as const)
  }
  return send(path, { method, ...(body !== undefined && json) }, parse, request)
}

/** The same for signed-in users and their data: on a 401, prompts for sign-in and then repeats the call. */
export const callSignedIn = <Good>(
  method: Method,
  path: ApiPath,
  body: unknown,
  read: (json: unknown) => Good | null,
): Answer<Good> => call(method, path, body, read, askSignedIn)

/** `read` for calls whose success carries no data. */
export const nothing = () => true
