export {
  type GenerationActions,
  GenerationActionsProvider,
  useGenerationActions,
} from './actions/generation-actions'
export { addressFor, usePageActions } from './actions/use-page-actions'
export { CardHandleProvider, useNewCardHandle } from './card/card-handle'
export type { FirstPage } from './feed'
export { FollowForm } from './follow-form'
export { Gallery } from './gallery'
export { goToFilm } from './go-to-films'
export { Keys } from './keys'
export { LargePicture } from './large-picture'
export { pausePlaying } from './playing'
export { useEndings } from './use-endings'
export { useFilms } from './use-films'
