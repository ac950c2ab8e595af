import { number } from '@/lib/shared/messages/numbers'

const SUFFIXES: Record<Intl.LDMLPluralRule, string> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
}
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })

/** 1st, 2nd, 3rd, 11th. */
const nth = (position: number): string => `${number('en', position)}${SUFFIXES[ordinals.select(position)]}`

/** The queue, in English. */
export const queueEn = {
  /** On the card of a generation that waits. 1 is sent next. */
  position: (position: number) => (position === 1 ? 'Next in line' : `In line, ${nth(position)}`),
  /** Below it: when it is likely to be sent. */
  startsIn: (seconds: number) => {
    if (seconds < 60) return 'Starts within a minute'
    if (seconds < 5_400) return `Starts in about ${Math.round(seconds / 60)} min`
    return `Starts in about ${Math.round(seconds / 3_600)} h`
  },
  /** In place of that, while nothing is sent. */
  paused: { by_person: 'The line is held', out_of_credits: 'The account is out of credits' },
  /** Above the videos. */
  inLine: (count: number) => `${number('en', count)} in line`,
  hold: 'Hold the line',
  goOn: 'Go on',
  topUp: 'Top up',
  /** For those who may let it go on. */
  held: {
    by_person: 'The line is held: nothing is sent.',
    out_of_credits:
      'The account is out of credits. Nothing is lost: top up at the provider’s console, then go on.',
  },
  /** For everyone else. */
  heldForOwner: {
    by_person: 'The line is held: nothing is sent. An owner can go on.',
    out_of_credits: 'The account is out of credits. Nothing is lost: an owner can top up and go on.',
  },
  /** `why`: a sentence. */
  notChanged: (why: string) => `The line wasn’t changed. ${why}`,
  /** The menu item of a card, and what is said after it. */
  sendFirst: 'Send first',
  moved: 'Moved to the front of your line.',
  notMoved: (why: string) => `It wasn’t moved. ${why}`,
}
