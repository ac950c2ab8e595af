import { beforeEach, describe } from 'vitest'
import { batchesContract } from './batches-contract'
import { deletionsContract } from './deletions-contract'
import { dueWorkContract } from './due-work-contract'
import { emptyQueue } from './fixture'
import { keysContract } from './keys-contract'
import { listContract } from './list-contract'
import { presetsContract } from './presets-contract'
import { queueContract } from './queue-contract'
import { recordsContract } from './records-contract'
import { severalContract } from './several-contract'
import { sharingContract } from './sharing-contract'
import { spendContract } from './spend-contract'
import { tagsContract } from './tags-contract'
import { tasksContract } from './tasks-contract'
import { usesContract } from './uses-contract'
import { waitsContract } from './waits-contract'

/** Contract of every database. Set the environment first: the first test opens the database that it names. */
export function databaseContract(): void {
  beforeEach(emptyQueue)
  describe('records', () => recordsContract())
  describe('lists', () => listContract())
  describe('idempotency keys', () => keysContract())
  describe('tasks', () => tasksContract())
  describe('due work', () => dueWorkContract())
  describe('queue', () => queueContract())
  describe('several generations', () => severalContract())
  describe('batches', () => batchesContract())
  describe('deletions at the provider', () => deletionsContract())
  describe('presets', () => presetsContract())
  describe('uses', () => usesContract())
  describe('spend', () => spendContract())
  describe('sharing', () => sharingContract())
  describe('tags', () => tagsContract())
  describe('waits', () => waitsContract())
}
