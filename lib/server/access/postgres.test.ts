import { afterAll } from 'vitest'
import { startPostgres } from '@/lib/server/store/fixture-postgres'
import { accessContract } from './contract'
import { inTeamMode } from './fixture'

let server: Awaited<ReturnType<typeof startPostgres>>

afterAll(() => server.stop())
inTeamMode(async () => {
  server = await startPostgres()
  return { DATABASE_URL: await server.createDatabase('access') }
})
accessContract()
