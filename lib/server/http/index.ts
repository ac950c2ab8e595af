import 'server-only'

export { announced } from './body'
export { fileAnswer } from './file-answer'
export { handle, handleFor } from './handle'
export { idempotencyKey } from './idempotency-key'
export { receiveFile } from './receive-file'
export { receiveForm } from './receive-form'
export { receiveJson } from './receive-json'
