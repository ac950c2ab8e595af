import type { Span } from '@/lib/shared/eta'
import type { etaEn } from '@/lib/shared/messages/en/eta'

const UNITS = { seconds: '秒', minutes: '分钟', hours: '小时' }

const amount = ({ from, to, unit }: Span): string =>
  from === to ? `约 ${to} ${UNITS[unit]}` : ` ${from}–${to} ${UNITS[unit]}`

/** How long a video takes, in Simplified Chinese. */
export const etaZh: typeof etaEn = {
  here: (span) => `通常需要${amount(span)}`,
  usual: {
    pending: (span) => `服务商排队中，预计${amount(span)}`,
    processing: (span) => `生成中，预计${amount(span)}`,
  },
  longer: {
    pending: '服务商排队中，比平时久',
    processing: '生成中，比平时久',
  },
}
