import { number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('en', value)

/** A text that is too long, in English. `what`: begins the sentence. */
export const tooLongEn = (what: string, length: number, limit: number): string =>
  `${what} has ${n(length)} characters; the limit is ${n(limit)}. Shorten it by ${n(length - limit)}.`
