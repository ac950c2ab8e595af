import { parseJson } from '@/lib/shared/parse-json'
import { ask, type Refused, send } from './send'

/**
 * Calls our server about signing in, people and what belongs to them. `read` makes something of the JSON of a success;
 * null when that is not our server's. Never throws, and never asks to sign in again: it is what signing in is made of.
 */
export function call<Good>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  url: string,
  body: unknown,
  read: (json: unknown) => Good | null,
): Promise<{ type: 'done'; value: Good } | Refused> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
  const understood = (text: string) => {
    const value = read(parseJson(text))
    return value === null ? null : ({ type: 'done', value } as const)
  }
  return send(url, { method, ...(body !== undefined && json) }, understood, ask)
}

/** For calls whose success says nothing more. */
export const nothing = () => true
