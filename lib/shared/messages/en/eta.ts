import type { Span } from '@/lib/shared/eta'

const UNIT = { seconds: 's', minutes: 'min', hours: 'h' }

const amount = ({ from, to, unit }: Span): string =>
  from === to ? `about ${to} ${UNIT[unit]}` : `${from}–${to} ${UNIT[unit]}`

/** How long a video takes, based on this studio's history. */
export const etaEn = {
  /** Under Generate, for the chosen settings. */
  here: (span: Span) => `Usually ${amount(span)}`,
  /** In the card of a video in progress. */
  usual: {
    pending: (span: Span) => `Waiting at the provider · usually ${amount(span)}`,
    processing: (span: Span) => `Rendering · usually ${amount(span)}`,
  },
  /** In the same place, once the p90 has passed. */
  longer: {
    pending: 'Waiting at the provider · longer than usual',
    processing: 'Rendering · longer than usual',
  },
}
