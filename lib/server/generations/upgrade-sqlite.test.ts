import Database from 'libsql'
import { upgradeContract } from '@/testing/db/upgrade-contract'

upgradeContract(async (folder, sqlOf) => {
  const file = new Database(`${folder}/promptreel.db`)
  file.exec(await sqlOf('sqlite'))
  file.close()
  return {}
})
