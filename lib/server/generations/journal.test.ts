import { startStudio } from './fixture'
import { journalContract } from './journal-contract'

journalContract(startStudio())
