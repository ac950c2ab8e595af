export { type Draft, keepDraft, readDraft } from './draft'
export { BLANK, fieldsFor, fieldsOf, parseFields, withoutEmpty } from './fields'
export { contentOf, forgetKey, keyFor, renewKey } from './idempotency-keys'
export { forgetSettings, keepSettings, readSettings } from './settings'
