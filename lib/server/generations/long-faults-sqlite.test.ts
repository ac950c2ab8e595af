import { startStudio } from './fixture'
import { longFaultsContract } from './long-faults-contract'

longFaultsContract(startStudio())
