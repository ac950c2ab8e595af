import * as z from 'zod/mini'
import { readSettings } from '@/lib/shared/models'
import type { Preset } from '@/lib/shared/presets'
import { callSignedIn, nothing } from './call'
import { remembering } from './remembering'
import type { Refused } from './send'

const PATH = '/api/presets'

const preset: z.ZodMiniType<Preset> = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    model: z.string(),
    prompt: z.string(),
    settings: z.unknown(),
    shared: z.boolean(),
    by: z.nullable(z.string()),
    manageable: z.boolean(),
    createdAt: z.string(),
  }),
  z.transform((one) => ({ ...one, settings: readSettings(one.model, one.settings) })),
)
const listed = z.object({ items: z.array(preset) })

const received = remembering((json): Preset[] => listed.parse(json).items)

/**
 * Reads the user's presets and the team's.
 * @throws Error on a network error or an invalid response
 */
async function list(): Promise<Preset[]> {
  const found = await received(PATH)
  if (found) return found
  throw new Error('The presets are missing.')
}

type New = { name: string; shared: boolean; fields: Record<string, string> }

/** Saves a prompt with settings under a name. */
const save = (given: New): Promise<{ type: 'done'; value: Preset } | Refused> =>
  callSignedIn('POST', PATH, given, (json) => preset.safeParse(json).data ?? null)

/** Deletes a preset. One that is gone already counts as deleted. */
async function remove(id: string): Promise<{ type: 'done' } | Refused> {
  const answer = await callSignedIn('DELETE', `${PATH}/${encodeURIComponent(id)}`, undefined, nothing)
  const gone = answer.type === 'problem' && answer.problem.code === 'not_found'
  return gone ? { type: 'done' } : answer
}

/** The API for presets. Only `list` throws. Not by the index: it comes with the dialog. */
export const presets = { list, save, remove }
