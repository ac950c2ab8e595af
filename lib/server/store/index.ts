import 'server-only'

export { ping } from './open'
export { type Claimed, type Due, queue } from './queue'
export { records, type StoredGeneration } from './records'
export { FolderTaken } from './sqlite'
export type { GenerationRow } from './tables'
export { uploads } from './uploads'
export { waits } from './waits'
