import { listOf, readStored, unpack, writeStored } from '@/lib/client/storage'
import { type Fields, RATIOS, type Ratio } from '@/lib/shared/models'
import { BLANK, parseFields } from './fields'

const NAME = 'draft'
const MOST_IMAGES = 2

/** What a person has begun. */
export type Draft = {
  fields: Fields
  /** The person chose the ratio: an image that comes or goes must not change it. */
  ratioChosen: boolean
  /** The ratio without an image, as long as none was chosen. */
  openRatio: Ratio
  /** Images that the server has already, by order. */
  images: { id: string; name: string; width: number; height: number }[]
  /** The seed stays after sending, and when another video's settings come in. */
  seedLocked: boolean
  /** On a narrow screen the form has made room for the videos. */
  collapsed: boolean
}

function parseImages(kept: unknown): Draft['images'] | null {
  const images = listOf(kept).map((one) => {
    const { text, number, fits } = unpack(one)
    const image = { id: text('id'), name: text('name'), width: number('width'), height: number('height') }
    return fits() ? image : null
  })
  const whole = images.filter((image) => image !== null)
  return whole.length === images.length && images.length <= MOST_IMAGES ? whole : null
}

/** The draft of this tab; null when there is none, or one of an older version that does not fit any more. */
export function readDraft(): Draft | null {
  const { flag, member, fits } = unpack(readStored('tab', NAME))
  const fields = parseFields(member('fields'))
  const images = parseImages(member('images'))
  const choices = {
    ratioChosen: flag('ratioChosen'),
    openRatio: RATIOS.find((ratio) => ratio === member('openRatio')) ?? BLANK.ratio,
    seedLocked: flag('seedLocked', false),
    collapsed: flag('collapsed', false),
  }
  return fields && images && fits() ? { ...choices, fields, images } : null
}

export const keepDraft = (draft: Draft): void => writeStored('tab', NAME, draft)
