import type { Span } from '@/lib/shared/waiting'
import type { waitingEn } from './waiting-en'

const UNITS = { seconds: '秒', minutes: '分钟', hours: '小时' }

const amount = ({ from, to, unit }: Span): string =>
  from === to ? `约 ${to} ${UNITS[unit]}` : `${from} 到 ${to} ${UNITS[unit]}`

/** How long it takes, in Simplified Chinese. */
export const waitingZh: typeof waitingEn = {
  here: (span) => `在这里多数需要 ${amount(span)}`,
  usual: {
    pending: (span) => `排队等候中，全程多数需要 ${amount(span)}。`,
    processing: (span) => `制作中，多数需要 ${amount(span)}。`,
  },
  longer: {
    pending: '排队等候中，比平时久一些。',
    processing: '制作中，比平时久一些。',
  },
}
