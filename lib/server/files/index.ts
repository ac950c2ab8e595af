import 'server-only'

export { listFiles, openFile, putFile, removeFile, removeOldTemporary } from './disk'
