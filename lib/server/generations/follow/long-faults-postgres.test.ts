import { afterAll } from 'vitest'
import { startPostgres } from '@/testing/db/postgres'
import { startStudio } from '@/testing/generations/fixture'
import { longFaultsContract } from '@/testing/generations/long-faults-contract'

let server: Awaited<ReturnType<typeof startPostgres>>

const studio = startStudio(async () => {
  server = await startPostgres()
  return { DATABASE_URL: await server.createDatabase('long') }
})
afterAll(() => server.stop())
longFaultsContract(studio)
