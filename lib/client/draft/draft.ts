import { listOf, readStored, unpack, writeStored } from '@/lib/client/storage'
import { type Fields, IMAGE_LIMIT, RATIOS, type Ratio } from '@/lib/shared/models'
import { BLANK, parseFields } from './fields'

const NAME = 'draft'

/** The unsubmitted content of the form. */
export type Draft = {
  fields: Fields
  /** The user picked the ratio, so adding or removing images must not change it. */
  ratioChosen: boolean
  /** The ratio to use without images while the user has picked none. */
  openRatio: Ratio
  /** In order; only those already on the server. */
  images: { id: string; name: string; width: number; height: number }[]
  /** Keep the seed after submitting and when another video’s settings are loaded. */
  seedLocked: boolean
  /** The form is collapsed in favour of the videos (narrow screens). */
  collapsed: boolean
}

function parseImages(kept: unknown): Draft['images'] | null {
  const images = listOf(kept).map((one) => {
    const { text, number, isValid } = unpack(one)
    const image = { id: text('id'), name: text('name'), width: number('width'), height: number('height') }
    return isValid() ? image : null
  })
  const whole = images.filter((image) => image !== null)
  return whole.length === images.length && images.length <= IMAGE_LIMIT ? whole : null
}

/** This tab’s draft; null if there is none, or one of an older version that no longer fits. */
export function readDraft(): Draft | null {
  const { flag, member, isValid } = unpack(readStored('tab', NAME))
  const fields = parseFields(member('fields'))
  const images = parseImages(member('images'))
  const choices = {
    ratioChosen: flag('ratioChosen'),
    openRatio: RATIOS.find((ratio) => ratio === member('openRatio')) ?? BLANK.ratio,
    seedLocked: flag('seedLocked', false),
    collapsed: flag('collapsed', false),
  }
  return fields && images && isValid() ? { ...choices, fields, images } : null
}

export const keepDraft = (draft: Draft): void => writeStored('tab', NAME, draft)
