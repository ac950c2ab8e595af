import 'server-only'

export { announced } from './body'
export { fileAnswer } from './file-answer'
export { handle, handleFor } from './handle'
export { idempotencyKey } from './idempotency-key'
export { receiveFile, receiveJson } from './receive-body'
export { receiveForm } from './receive-form'
export { unlessKnown } from './unless-known'
