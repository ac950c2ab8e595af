import 'server-only'

export { listFiles, openFile, putFile, removeFile, removeOldTemporary } from './disk'
export { dropNote, keepNote, type Note, readNotes } from './journal'
