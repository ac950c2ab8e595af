import 'server-only'

export { type Admitted, admit } from './admit'
export { UPLOAD_LIMIT } from './inspect'
export { type Asker, refuseLongLine } from './turns'
