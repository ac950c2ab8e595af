import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished } from 'vitest'
import { images } from '@/lib/server/generations'
import type { FormPart } from '@/lib/server/generations/create/parse-form'
import { Problem } from '@/lib/shared/problem'

/** The only user of a studio without sign-in. */
export const me = { id: 'local' }
export const another = { id: 'another' }

/** A parsed form. Images are ids of uploads. */
export const form = (fields: Record<string, string> = {}, ...uploaded: string[]): FormPart[] => [
  ...Object.entries({ prompt: 'A koala waves.', ratio: '16:9', resolution: '480p', ...fields }).map(
    ([name, value]) => ({ name, value }),
  ),
  ...uploaded.map((value) => ({ name: 'sourceImage', value })),
]

/** Writes an image of one colour to a file that is removed after the test. */
export async function makeImage(background = 'teal'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-image-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'picture.png')
  await sharp({ create: { width: 400, height: 400, channels: 3, background } })
    .png()
    .toFile(file)
  return file
}

/** Uploads an image of one colour. */
export const upload = async (background: string, user = me) => images.add(await makeImage(background), user)

/** The Problem that a call rejects with. Fails the test when it resolves or rejects otherwise. */
export async function problemOf(call: Promise<unknown>): Promise<Problem> {
  const error = await call.then(
    () => expect.fail('the call was not rejected'),
    (error: unknown) => error,
  )
  if (error instanceof Problem) return error
  throw error
}
