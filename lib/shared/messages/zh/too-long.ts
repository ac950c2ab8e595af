import { number } from '@/lib/shared/messages/numbers'

const n = (value: number) => number('zh', value)

/** A text that is too long, in Simplified Chinese. */
export const tooLongZh = (what: string, length: number, limit: number): string =>
  `${what}共 ${n(length)} 个字符，最多 ${n(limit)} 个，请删去 ${n(length - limit)} 个。`
