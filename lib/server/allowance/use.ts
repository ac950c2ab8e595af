import { allowance } from '@/lib/server/store'
import { Problem } from '@/lib/shared/problem'

type Films = { resolution: string | null; films: number; seconds: number }
type Use = { person: string; films: Films[]; images: number; imageBytes: number }

/**
 * What each person has used in a month, by UTC: finished films by resolution, images uploaded.
 * @param month as `2026-11`
 * @throws Problem invalid_input
 */
export async function useOf(month: string): Promise<Use[]> {
  const [from, until] = bounds(month)
  const used = await allowance.used(from, until)
  return [...new Set(used.map(({ person }) => person))].map((person) => {
    const own = used.filter((use) => use.person === person)
    const image = own.find(({ kind }) => kind === 'image')
    const films = own.filter(({ kind }) => kind === 'film')
    return {
      person,
      films: films.map(({ resolution, count, seconds }) => ({ resolution, films: count, seconds })),
      images: image?.count ?? 0,
      imageBytes: image?.bytes ?? 0,
    }
  })
}

function bounds(month: string): [from: string, until: string] {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (!year || !number) throw new Problem('invalid_input', 'A month is written like 2026-11.')
  const at = (index: number) => new Date(Date.UTC(Number(year), index, 1)).toISOString()
  return [at(Number(number) - 1), at(Number(number))]
}
