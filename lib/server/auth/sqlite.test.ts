import { authContract } from '@/testing/auth/contract'
import { inTeamMode } from '@/testing/auth/fixture'

delete process.env.DATABASE_URL
inTeamMode()
authContract()
