export { readStored, writeStored } from './stored'
