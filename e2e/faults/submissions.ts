import { photo } from '@/e2e/kit'
import { FIXED_RATIOS, type FixedRatio, PIXELS } from '@/lib/shared/models'
import type { Answer } from './answers'
import type { Outcome } from './create-faults'
import type { Random } from './random'

const RESOLUTIONS = ['480p', '720p'] as const

export type Photo = { name: string; bytes: Buffer }

/** One submission, identified everywhere by its unique prompt. */
export type Submission = {
  readonly prompt: string
  /** The idempotency key, which the form keeps until it has a response; null for a script that sends none. */
  readonly key: string | null
  readonly ratio: FixedRatio
  readonly resolution: (typeof RESOLUTIONS)[number]
  readonly duration: number // seconds
  readonly sound: boolean
  readonly lastFrame: boolean
  readonly photos: Photo[]
  /** Whether photos are uploaded first, as the form does, or sent in the same request, as a script may. */
  readonly photosAhead: boolean
}

/** What happened to a submission, and how it may end. */
export type Diary = {
  readonly submission: Submission
  readonly answers: Answer[]
  /** The fault of its create, for the table. */
  fault: string
  allowed: Outcome[]
  /** The problem code that it must get, if it gets one. */
  code: string | null
  /** Whether its taskid was entered by hand after its response was lost. */
  found: boolean
}

/** Requirements of a round; the rest is random. */
export type Needs = {
  photos?: boolean
  sound?: boolean
  duration?: number
  frame?: boolean
  keyed?: boolean
  /** Photos, if any, are sent in the same request. */
  along?: boolean
}

/** Makes submissions of varied sizes, so that a video under the wrong submission is recognised by its size. */
export async function createSubmissions(random: Random, seed: number): Promise<(needs: Needs) => Submission> {
  const photos = await Promise.all(
    [0, 60, 120, 180, 240, 300].map(async (hue) => ({
      name: `hue-${hue}.jpg`,
      bytes: await photo(hue, 480, 400),
    })),
  )
  let count = 0
  return ({ photos: needsPhotos, sound = false, duration = 5, frame, keyed = false, along = false }) => {
    count++
    return {
      prompt: `Submission ${count} of run ${seed}.`,
      key: keyed || random.in100(80) ? `key-${seed}-${count}` : null,
      ratio: random.pick(FIXED_RATIOS),
      resolution: random.pick(RESOLUTIONS),
      duration,
      sound,
      lastFrame: frame ?? random.in100(25),
      photos: random
        .shuffled(photos)
        .slice(0, needsPhotos ? 1 + random.below(2) : random.pick([0, 0, 0, 1, 2])),
      photosAhead: !needsPhotos && !along && random.in100(60),
    }
  }
}

/** Requested size of the video, in px. */
export const sizeOf = ({
  ratio,
  resolution,
}: Pick<Submission, 'ratio' | 'resolution'>): readonly [number, number] => PIXELS[ratio][resolution]
