import 'server-only'

export { accountRecords } from './accounts/accounts'
export { admissions } from './accounts/admissions'
export { attemptRecords } from './accounts/attempts'
export { invitationRecords } from './accounts/invitations'
export { linkRequestRecords } from './accounts/link-requests'
export { tokenRecords } from './accounts/tokens'
export { userRecords } from './accounts/users'
export { batchRecords, type Counts } from './batches/batches'
export { CannotOpen, isPassing, isRefused } from './dialect/database-problem'
export { type Claimed, type Due, dueWork } from './generations/due-work'
export {
  ImageGone,
  type Inserted,
  type InsertOptions,
  KeySpent,
  KeyTaken,
  type NewGeneration,
  NoSlot,
  type Rivals,
} from './generations/insert'
export { isSearch, pageOf } from './generations/pages'
export { type ClaimedToSend, queue, type Slots } from './generations/queue/queue'
export { ownerOf, type StoredGeneration } from './generations/reading'
export { records } from './generations/records'
export { tagRecords } from './generations/tags'
export { canChange, type Refusal, tasks } from './generations/tasks'
export { uploads } from './generations/uploads'
export { waits } from './generations/waits'
export { incoming } from './limits/incoming'
export { quota } from './limits/quota'
export { OverLimit } from './limits/uses'
export { db, opened, ping } from './open'
export { OverBudget } from './spend/budgets'
export { spend } from './spend/spend'
export type { BatchRow, GenerationRow, ImageRow } from './tables'
export type { InvitationRow, TokenRow, UserRow } from './team-tables'
