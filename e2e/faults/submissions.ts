import { photo } from '@/e2e/kit'
import { type FixedRatio, PIXELS } from '@/lib/shared/models'
import type { Answer } from './answers'
import type { Outcome } from './create-faults'
import type { Random } from './random'

const RESOLUTIONS = ['480p', '720p'] as const
const RATIOS = ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9'] as const satisfies FixedRatio[]

export type Photo = { name: string; bytes: Buffer }

/** One video that somebody wants, known everywhere by its prompt. */
export type Submission = {
  readonly prompt: string
  /** What the form sends along and keeps until it has an answer; null for a script that sends none. */
  readonly key: string | null
  readonly ratio: FixedRatio
  readonly resolution: (typeof RESOLUTIONS)[number]
  readonly duration: number // seconds
  readonly sound: boolean
  readonly lastFrame: boolean
  readonly photos: Photo[]
  /** Whether the photos are uploaded ahead, as the form does, or come along, as a script may do. */
  readonly photosAhead: boolean
}

/** What a submission went through, and how it may have ended. */
export type Diary = {
  readonly submission: Submission
  readonly answers: Answer[]
  /** What befell its create, for the table. */
  fault: string
  may: Outcome[]
  /** The code of its problem, if it was told one. */
  code: string | null
  /** Whether a person entered its taskid after its answer was lost. */
  found: boolean
}

/** What a round needs of a submission; the rest is chance. */
export type Needs = {
  photos?: boolean
  sound?: boolean
  duration?: number
  frame?: boolean
  keyed?: boolean
  /** Its photos, if any, come along and are not uploaded ahead. */
  along?: boolean
}

/** Makes submissions of all shapes, so that a video under the wrong submission would be seen by its size. */
export async function createSubmissions(random: Random, seed: number): Promise<(needs: Needs) => Submission> {
  const photos = await Promise.all(
    [0, 60, 120, 180, 240, 300].map(async (hue) => ({
      name: `hue-${hue}.jpg`,
      bytes: await photo(hue, 480, 400),
    })),
  )
  let made = 0
  return ({ photos: wanted, sound = false, duration = 5, frame, keyed = false, along = false }) => {
    made++
    return {
      prompt: `Wish ${made} of run ${seed}.`,
      key: keyed || random.in100(80) ? `wish-${seed}-${made}` : null,
      ratio: random.pick(RATIOS),
      resolution: random.pick(RESOLUTIONS),
      duration,
      sound,
      lastFrame: frame ?? random.in100(25),
      photos: random.shuffled(photos).slice(0, wanted ? 1 + random.below(2) : random.pick([0, 0, 0, 1, 2])),
      photosAhead: !wanted && !along && random.in100(60),
    }
  }
}

/** px of the video that was asked for. */
export const sizeOf = ({
  ratio,
  resolution,
}: Pick<Submission, 'ratio' | 'resolution'>): readonly [number, number] => PIXELS[ratio][resolution]
