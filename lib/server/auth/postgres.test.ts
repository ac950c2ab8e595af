import { afterAll } from 'vitest'
import { authContract } from '@/testing/auth/contract'
import { inTeamMode } from '@/testing/auth/fixture'
import { startPostgres } from '@/testing/db/postgres'

let server: Awaited<ReturnType<typeof startPostgres>>

afterAll(() => server.stop())
inTeamMode(async () => {
  server = await startPostgres()
  return { DATABASE_URL: await server.createDatabase('access') }
})
authContract()
