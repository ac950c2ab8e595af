import { money } from '@/lib/shared/messages/money'
import { number } from '@/lib/shared/messages/numbers'
import type { Estimate } from '@/lib/shared/spend/estimate'

const n = (value: number) => number('en', value)
const credits = (count: number) => (count === 1 ? '1 credit' : `${n(count)} credits`)

/** What something will cost, in English. */
export const estimateEn = {
  /** One line; without a price what is known of the length and the model’s own measure. */
  line: ({ credits: cost, tokens, seconds, price }: Estimate): string => {
    const parts =
      cost === null
        ? [`${n(seconds)} s`, tokens === null ? '' : `${n(tokens)} tokens`]
        : [`≈ ${credits(cost)}`, price ? money('en', price) : '']
    return parts.filter(Boolean).join(' · ')
  },
  again: (line: string) => `Sending it again: ${line}`,
}
