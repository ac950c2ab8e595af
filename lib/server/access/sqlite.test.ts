import { accessContract } from './contract'
import { inTeamMode } from './fixture'

delete process.env.DATABASE_URL
inTeamMode()
accessContract()
