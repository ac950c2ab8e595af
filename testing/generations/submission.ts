import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished } from 'vitest'
import { images } from '@/lib/server/generations'
import type { FormPart } from '@/lib/server/generations/parse-form'
import { Problem } from '@/lib/shared/problem'

/** The one person of a studio without sign-in. */
export const me = { id: 'local' }
export const another = { id: 'another' }

/** A form as it arrives. Images are ids of uploaded ones. */
export const form = (fields: Record<string, string> = {}, ...uploaded: string[]): FormPart[] => [
  ...Object.entries({ prompt: 'A koala waves.', ratio: '16:9', resolution: '480p', ...fields }).map(
    ([name, value]) => ({ name, value }),
  ),
  ...uploaded.map((value) => ({ name: 'sourceImage', value })),
]

/** A picture of one colour, in a file that is gone when the test is over. */
export async function makeImage(background = 'teal'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-picture-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'picture.png')
  await sharp({ create: { width: 400, height: 400, channels: 3, background } })
    .png()
    .toFile(file)
  return file
}

/** Uploads a picture of one colour. */
export const upload = async (background: string, user = me) => images.add(await makeImage(background), user)

/** How a call was refused. Fails the test when it was not, or in another way. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error = await call.then(
    () => expect.fail('the call went through'),
    (error: unknown) => error,
  )
  if (error instanceof Problem) return error
  throw error
}
