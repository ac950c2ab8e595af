export { type Draft, keepDraft, readDraft } from './draft'
export { BLANK, parseFields, withoutEmpty } from './fields'
export { leaving } from './leaving'
export { contentOf, forgetKey, keyFor, renewKey } from './wish-keys'
