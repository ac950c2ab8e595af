import { ulid } from 'ulid'
import * as z from 'zod'
import { type PresetRow, presetRecords, type StoredPreset } from '@/lib/server/db'
import { invalid } from '@/lib/server/invalid-input'
import { isPlainName } from '@/lib/server/plain-name.js'
import { readSettings } from '@/lib/shared/models'
import { submissionSchema } from '@/lib/shared/models/schema'
import { parseJson } from '@/lib/shared/parse-json'
import { PRESETS, type Preset } from '@/lib/shared/presets'
import { Problem } from '@/lib/shared/problem'
import { promptLength } from '@/lib/shared/prompt'
import { type FieldReason, reasonOf } from '@/lib/shared/reason'
import type { User } from '@/lib/shared/user'
import { isVisible } from '@/lib/shared/visible-text.js'

const body = z.strictObject({
  name: z.string(),
  shared: z.boolean().default(false),
  /** Those of a submission. */
  fields: z.record(z.string(), z.string()),
})

const toPreset = (row: StoredPreset, { id, role }: User): Preset => {
  const mine = row.person === id
  return {
    id: row.id,
    name: row.name,
    model: row.model,
    prompt: row.prompt,
    settings: readSettings(row.model, parseJson(row.settings)),
    shared: row.shared === 1,
    by: mine ? null : (row.maker ?? ''),
    manageable: mine || role === 'owner',
    createdAt: row.created_at,
  }
}

/** What a name is refused for; undefined when nothing is wrong. */
function nameReason(name: string): FieldReason | undefined {
  const length = promptLength(name)
  const field = 'name'
  if (!isVisible(name)) return { type: 'required', field }
  if (length > PRESETS.nameLength) return { type: 'too_long', field, limit: PRESETS.nameLength, length }
  return isPlainName(name) ? undefined : { type: 'not_plain', field }
}

/**
 * Saves a prompt with settings under a name, for this person or for the team. A seed, a count and images are left out: they belong to one press.
 * @throws Problem invalid_input naming everything that is wrong, that the name is taken, or that there are too many
 */
async function create(given: unknown, user: User): Promise<Preset> {
  const { data } = body.safeParse(given)
  if (!data)
    throw new Problem(
      'invalid_input',
      'Send {"name": "…", "shared": false, "fields": {"prompt": "…", …}} with the fields of a submission as text.',
    )
  const { seed: _seed, count: _count, ...fields } = data.fields
  const name = data.name.normalize().trim()
  const parsed = submissionSchema.safeParse(fields, { reportInput: true })
  const [first, ...rest] = [nameReason(name), ...(parsed.error?.issues.map(reasonOf) ?? [])].filter(
    (reason) => reason !== undefined,
  )
  if (first || !parsed.data)
    throw invalid(first ? [first, ...rest] : [{ type: 'malformed', field: 'fields' }])
  const { model, prompt, settings } = parsed.data
  const row: PresetRow = {
    id: ulid(),
    person: user.id,
    shared: data.shared ? 1 : 0,
    name,
    model,
    prompt,
    settings: JSON.stringify(settings),
    created_at: new Date().toISOString(),
  }
  const added = await presetRecords.add(row, PRESETS.max)
  if (added === 'taken') throw invalid([{ type: 'name_taken', field: 'name' }])
  if (added === 'full') throw invalid([{ type: 'too_many_presets', field: 'name', limit: PRESETS.max }])
  return toPreset({ ...row, maker: null }, user)
}

/** A person's own presets and those that the team shares. */
async function list(user: User): Promise<Preset[]> {
  return (await presetRecords.list(user.id)).map((row) => toPreset(row, user))
}

/** Deletes one's own preset; an owner also one that another person shares. @throws Problem not_found */
async function remove(id: string, user: User): Promise<void> {
  if (!(await presetRecords.remove(id, user.id, user.role === 'owner')))
    throw new Problem('not_found', 'There is no such preset.')
}

/** Saved prompts with settings. */
export const presets = { create, list, remove }
