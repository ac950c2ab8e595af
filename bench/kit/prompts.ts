/** Words that occur in every third prompt, in one of 10,000, and a Chinese one in one of 5,000. */
export const SEARCH_WORDS = { common: 'koala', rare: 'zeppelin', chinese: '考拉' }

const BEGINNINGS = 'b br c ch d dr f fl g gr h k l m n p pl r s sh st t tr v w'.split(' ')
const MIDDLES = 'a e i o u ai ea ou'.split(' ')
const ENDINGS = ['', '', 'n', 'r', 's', 't', 'll', 'ng']
const VOCABULARY = 8_000
const HAN = 3_000
const HAN_START = 0x4e00

/** A seeded generator of numbers from 0 to 1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const oneOf = (list: readonly string[], random: () => number): string =>
  list[Math.floor(random() * list.length)] ?? ''

const syllables = seeded(1)
const vocabulary = Array.from({ length: VOCABULARY }, () =>
  Array.from({ length: 1 + Math.floor(syllables() * 3) }, () =>
    [BEGINNINGS, MIDDLES, ENDINGS].map((list) => oneOf(list, syllables)).join(''),
  ).join(''),
)

/** A Zipf-distributed index below `size`, like word frequencies in any language. */
const zipf = (size: number, random: () => number): number =>
  Math.min(size - 1, Math.floor(Math.exp(random() * Math.log(size))))

/** The prompt of the n-th generation: fifty words, or in one of four, eighty Chinese characters. */
export function promptOf(n: number): string {
  const random = seeded(n)
  if (n % 4 === 0) {
    const signs = Array.from({ length: 80 }, () => String.fromCharCode(HAN_START + zipf(HAN, random)))
    return signs.join('') + (n % 5_000 === 4 ? SEARCH_WORDS.chinese : '')
  }
  const words = Array.from({ length: 50 }, () => vocabulary[zipf(VOCABULARY, random)])
  if (n % 3 === 0) words.push(SEARCH_WORDS.common)
  if (n % 10_000 === 7) words.push(SEARCH_WORDS.rare)
  return `${words.join(' ')}.`
}
