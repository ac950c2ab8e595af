export { FollowForm } from './actions/follow-form'
export {
  type GenerationActions,
  GenerationActionsProvider,
  useGenerationActions,
} from './actions/generation-actions'
export { addressFor, usePageActions } from './actions/use-page-actions'
export { CardHandleProvider, useNewCardHandle } from './card/card-handle'
export { LargePicture } from './card/large-media'
export type { FirstPage } from './feed/feed'
export { useEndings } from './feed/use-ended'
export { Gallery } from './gallery'
export { goToFilm } from './go-to-videos'
export { pausePlaying } from './player/playing'
export { Keys } from './shortcuts/shortcuts'
export { useFilms } from './use-videos'
