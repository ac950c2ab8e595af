export { Composer } from './composer'
export { useComposer } from './use-composer'
export { usePageIntake } from './use-page-intake'
export type { Images } from './use-sending'
