export { Composer } from './composer'
export { type Composer as ComposerState, useComposer } from './use-composer'
export { usePageIntake } from './use-page-intake'
