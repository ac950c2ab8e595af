import { IMAGE, type Model, type ModelId, type Submission } from '@/lib/shared/models'
import { providerSchema } from '@/lib/shared/models/schema'
import { reasonOf } from '@/lib/shared/reason'
import { checkImage } from './image-check'
import type { Received, ReceivedFile, ReceivedImage } from './receive'

type Accepted = { submission: Submission; images: ReceivedImage[] }

/** Validates a received form against its model. @returns the submission, or the complaint in one sentence */
export async function check(
  { id, images: most }: Pick<Model, 'images'> & { id: ModelId },
  { fields, files, complaint }: Received,
): Promise<Accepted | string> {
  if (complaint) return complaint
  const names = fields.map(([name]) => name)
  if (names.includes('sourceImage')) return 'Parameter error: sourceImage must be a file'
  const repeated = names.find((name, n) => names.indexOf(name) !== n)
  if (repeated !== undefined) return `Parameter error: ${repeated} (repeated)`
  const stray = files.find(({ field }) => field !== 'sourceImage')
  if (stray) return `Parameter error: ${stray.field} must not be a file`

  const parsed = providerSchema(id).safeParse(Object.fromEntries(fields))
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(reasonOf).map(({ type, field }) => `${field} (${type})`)
    return `Parameter error: ${reasons.join(', ')}`
  }
  const images = await checkImages(files, most)
  return typeof images === 'string' ? `Parameter error: ${images}` : { submission: parsed.data, images }
}

async function checkImages(files: ReceivedFile[], most: number): Promise<ReceivedImage[] | string> {
  if (files.length > most) return `at most ${most} sourceImage`
  const images: ReceivedImage[] = []
  for (const file of files) {
    if (file.bytes > IMAGE.maxBytes) return 'sourceImage exceeds 30 MB'
    const size = await checkImage(file.path)
    if (typeof size === 'string') return `sourceImage: ${size}`
    images.push({ ...file, ...size })
  }
  return images
}
