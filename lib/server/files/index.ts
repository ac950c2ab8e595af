import 'server-only'

export { openFile, putFile, removeFile } from './disk'
