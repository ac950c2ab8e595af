import { Client } from 'pg'
import { afterAll } from 'vitest'
import { startPostgres } from '@/testing/db/postgres'
import { upgradeContract } from '@/testing/db/upgrade-contract'

let server: Awaited<ReturnType<typeof startPostgres>>

upgradeContract(async (_, sqlOf) => {
  server = await startPostgres()
  const DATABASE_URL = await server.createDatabase('upgrade')
  const client = new Client({ connectionString: DATABASE_URL })
  await client.connect()
  await client.query(await sqlOf('postgres'))
  await client.end()
  return { DATABASE_URL }
})
afterAll(() => server.stop())
