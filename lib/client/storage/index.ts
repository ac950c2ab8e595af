export { readStored, writeStored } from './stored'
export { listOf, unpack } from './unpack'
export { forgetAll, keepOnlyFor } from './whose'
