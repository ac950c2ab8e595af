import { afterAll } from 'vitest'
import { startPostgres } from '@/lib/server/store/fixture-postgres'
import { startStudio } from './fixture'
import { longFaultsContract } from './long-faults-contract'

let server: Awaited<ReturnType<typeof startPostgres>>

const studio = startStudio(async () => {
  server = await startPostgres()
  return { DATABASE_URL: await server.createDatabase('long') }
})
afterAll(() => server.stop())
longFaultsContract(studio)
