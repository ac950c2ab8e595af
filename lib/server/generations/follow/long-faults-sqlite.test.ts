import { startStudio } from '@/testing/generations/fixture'
import { longFaultsContract } from '@/testing/generations/long-faults-contract'

longFaultsContract(startStudio())
