import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { whoAsks } from '@/lib/server/access'
import type { Person } from '@/lib/shared/person'
import { Problem } from '@/lib/shared/problem'

/** Who opens a page. Under a name that is not this machine's, there is none. */
export async function visitor(): Promise<Person> {
  return whoAsks(await headers()).catch((error: unknown) => {
    if (error instanceof Problem && error.code === 'forbidden') notFound()
    throw error
  })
}
