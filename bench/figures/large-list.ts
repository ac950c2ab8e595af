import { join } from 'node:path'
import { alternate, type Figure, fill, onScenario, SEARCH_WORDS, timeOf } from '@/bench/kit'

const MANY = 100_000
const FEW = 100
const CALLS = 50

/**
 * A filter may take 1.3 times as long as with 100 records, a search twice as long. Each query's limit is the number of
 * matches among 100 records, so that both responses have the same length.
 */
const QUERIES: { what: string; query: Record<string, string>; aim: number }[] = [
  { what: 'all', query: {}, aim: 1.3 },
  { what: 'done', query: { status: 'completed' }, aim: 1.3 },
  { what: 'failed, a twentieth', query: { status: 'failed,rejected,unknown', limit: '5' }, aim: 1.3 },
  { what: 'in progress, a thousandth', query: { status: 'active', limit: '1' }, aim: 1.3 },
  { what: 'starred, a fiftieth', query: { starred: '1', limit: '2' }, aim: 1.3 },
  { what: 'search, a common word', query: { q: SEARCH_WORDS.common }, aim: 2 },
  { what: 'search, a rare word', query: { q: SEARCH_WORDS.rare, limit: '1' }, aim: 2 },
  { what: 'search, part of a rare word', query: { q: SEARCH_WORDS.rare.slice(3), limit: '1' }, aim: 2 },
  { what: 'search, a Chinese word', query: { q: SEARCH_WORDS.chinese, limit: '1' }, aim: 2 },
  { what: 'search, one letter', query: { q: 'q' }, aim: 2 },
  { what: 'search, a word in no prompt', query: { q: 'xylophone' }, aim: 2 },
  {
    what: 'search, two words among the failed',
    query: { q: `${SEARCH_WORDS.common} s`, status: 'failed', limit: '1' },
    aim: 2,
  },
]

/** Filtering and searching 100,000 records, compared with 100. */
export const largeList: Figure = {
  name: 'large-list',
  measure: (rounds) =>
    onScenario(async ({ folder, provider, studio }) => {
      const there = await provider()
      const over = async (count: number) => {
        const data = join(folder, `${count}`)
        fill(data, count)
        return (await studio(there.url, { DATA_DIR: data })).url
      }
      const [many, few] = [await over(MANY), await over(FEW)]
      const rows = []
      for (const { what, query, aim } of QUERIES) {
        const ask = (url: string) => async () =>
          timeOf(CALLS, async () =>
            (await fetch(`${url}/api/generations?${new URLSearchParams(query)}`)).text(),
          )
        const samples = await alternate(rounds, ask(many), ask(few))
        rows.push({ figure: `100,000 records: ${what}`, aim, unit: 'ms' as const, ...samples })
      }
      return rows
    }),
}
