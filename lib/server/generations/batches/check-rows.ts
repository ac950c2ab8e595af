import { type StoredGeneration, uploads } from '@/lib/server/db'
import { parseFields } from '@/lib/server/generations/create/parse-form'
import { keepImage, type StoredImage } from '@/lib/server/generations/files/images'
import { refuseUnfit } from '@/lib/server/images'
import { errorsOf } from '@/lib/server/invalid-input'
import type { Row, RowProblem } from '@/lib/shared/batches/batch'
import { matchImages } from '@/lib/shared/batches/match-images'
import { boundsOf } from '@/lib/shared/images/bounds'
import type { Submission } from '@/lib/shared/models'
import { Problem } from '@/lib/shared/problem'
import type { FieldReason, ImageReason, Reason } from '@/lib/shared/reason'
import type { User } from '@/lib/shared/user'
import type { GivenBatch } from './parse-batch'

/** A row that can be queued as it is. */
export type CheckedRow = { submission: Submission; images: StoredImage[] }

type Reasons = (FieldReason | ImageReason)[]

/**
 * Checks each row of a batch as a submission of its own, with its images.
 * @throws Problem invalid_input with what is wrong in each `rows`; as keepImage
 */
export async function checkRows(given: GivenBatch, user: User, gone?: AbortSignal): Promise<CheckedRow[]> {
  const findImages = imagesFor(given, user, gone)
  const checked: CheckedRow[] = []
  const problems: RowProblem[] = []
  for (const [index, row] of given.rows.entries()) {
    const result = await checkRow(row, findImages)
    if ('reasons' in result) problems.push({ row: index + 1, reasons: result.reasons })
    else checked.push(result)
  }
  if (problems.length > 0) throw wrongRows(problems)
  return checked
}

type FindImages = (names: readonly string[]) => Promise<{ images: StoredImage[] } | { reasons: Reasons }>

async function checkRow(row: Row, findImages: FindImages): Promise<CheckedRow | { reasons: Reasons }> {
  const { submission, reasons } = parseFields(new Map(Object.entries(row.fields)), row.images.length)
  if (row.fields.count !== undefined) reasons.push({ type: 'unknown_field', field: 'count' }) // a row is one video
  const found = await findImages(row.images)
  const all = [...reasons, ...('reasons' in found ? found.reasons : [])]
  if (!submission || all.length > 0 || 'reasons' in found) return { reasons: all }
  const unfit = found.images.flatMap((image, index) => unfitIn(image, index === 0 ? 1 : 2, submission.model))
  return unfit.length > 0 ? { reasons: unfit } : { submission, images: found.images }
}

function unfitIn(image: StoredImage, slot: 1 | 2, model: string): Reasons {
  try {
    refuseUnfit(image, slot, boundsOf(model))
    return []
  } catch (error) {
    return reasonsIn(error)
  }
}

/** What a refusal of one image says. @throws anything else */
function reasonsIn(error: unknown): Reasons {
  const reasons = error instanceof Problem ? (error.details.reasons ?? []) : []
  const found = reasons.filter(isOfRow)
  if (found.length === 0) throw error
  return found
}

const isOfRow = (reason: Reason): reason is FieldReason | ImageReason =>
  reason.type !== 'over_limit' && reason.type !== 'line_full'

/** Finds images by id, or by name among the files of the batch. Each file is taken in once, when a row first names it. */
function imagesFor({ files }: GivenBatch, user: User, gone?: AbortSignal): FindImages {
  const names = files.map(({ name }) => name)
  const kept = new Map<string, Promise<StoredImage | Reasons>>()
  const byId = (id: string) =>
    keptOnce(kept, `id:${id}`, async () => (await uploads.findUsable(id, user.id)) ?? [])
  const byFile = (position: number) =>
    keptOnce(kept, `file:${position}`, () =>
      keepImage(files[position]?.file ?? '', user, { gone }).catch(reasonsIn),
    )
  return async (wanted) => {
    const images: StoredImage[] = []
    const reasons: Reasons = []
    for (const name of wanted) {
      const match = matchImages([name], names)
      const [position = 0] = 'positions' in match ? match.positions : []
      const found = 'positions' in match ? await byFile(position) : await byId(name)
      if (!Array.isArray(found)) images.push(found)
      else reasons.push(...(found.length > 0 || 'positions' in match ? found : match.reasons))
    }
    return reasons.length > 0 ? { reasons } : { images }
  }
}

function keptOnce<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = kept.get(key) ?? make()
  kept.set(key, found)
  return found
}

function wrongRows(problems: readonly RowProblem[]): Problem {
  const rows = problems.map(({ row, reasons }) => ({ row, errors: errorsOf(reasons), reasons }))
  const [first] = rows
  const [sentence = ''] = first ? Object.values(first.errors).flat() : []
  return new Problem('invalid_input', `Nothing was queued. Row ${first?.row}: ${sentence}`, { rows })
}

/** The images that a stored generation was made from. */
export const imageIdsOf = ({ images }: Pick<StoredGeneration, 'images'>): string[] =>
  images.map(({ id }) => id)
