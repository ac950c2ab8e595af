import type { Span } from '@/lib/shared/waiting'

const ONE = { seconds: 'second', minutes: 'minute', hours: 'hour' }

const amount = ({ from, to, unit }: Span): string =>
  from === to ? `about ${to} ${to === 1 ? ONE[unit] : unit}` : `${from} to ${to} ${unit}`

/** How long it takes, as this studio's own films have shown. */
export const waitingEn = {
  /** Under Generate, for the chosen settings. */
  here: (span: Span) => `Most take ${amount(span)} here`,
  /** In the card of a film that is being made. */
  usual: {
    pending: (span: Span) => `Waiting for its turn. Most take ${amount(span)} in all.`,
    processing: (span: Span) => `Being made. Most take ${amount(span)}.`,
  },
  /** There too, when nine in ten were quicker. */
  longer: {
    pending: 'Waiting for its turn, longer than usual.',
    processing: 'Being made. It takes longer than usual.',
  },
}
