export { type Draft, keepDraft, readDraft } from './draft'
export { BLANK, fieldsFor, fieldsOf, parseFields, withoutEmpty } from './fields'
export { forgetSettings, keepSettings, readSettings } from './settings'
export { contentOf, forgetKey, keyFor, renewKey } from './wish-keys'
