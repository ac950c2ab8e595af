import type { estimateEn } from '@/lib/shared/messages/en/estimate'
import { money } from '@/lib/shared/messages/money'
import { number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('zh', value)

/** What something will cost, in Simplified Chinese. */
export const estimateZh: typeof estimateEn = {
  line: ({ credits, tokens, seconds, price }) => {
    const parts =
      credits === null
        ? [`${n(seconds)} 秒`, tokens === null ? '' : `${n(tokens)} tokens`]
        : [`约 ${n(credits)} 积分`, price ? money('zh', price) : '']
    return parts.filter(Boolean).join(' · ')
  },
  again: (line) => `再次发送：${line}`,
}
