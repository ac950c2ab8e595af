import { startStudio } from '@/testing/generations/fixture'
import { journalContract } from '@/testing/generations/journal-contract'

journalContract(startStudio())
