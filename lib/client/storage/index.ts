export { readStored, writeStored } from './stored'
export { listOf, unpack } from './unpack'
