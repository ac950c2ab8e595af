import 'server-only'

export { admit } from './admit'
export { fitToBounds, isWithin, refuseUnfit } from './fit'
export { UPLOAD_LIMIT } from './inspect'
export { type Asker, refuseLongQueue } from './turns'
