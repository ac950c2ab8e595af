export {
  type GenerationActions,
  GenerationActionsProvider,
  useGenerationActions,
} from './actions/generation-actions'
export { StarButton } from './actions/star-button'
export { CardHandleProvider, useNewCardHandle } from './card/card-handle'
export type { FirstPage } from './feed/feed'
export { useEnded } from './feed/use-ended'
export { Gallery } from './gallery'
export { goToVideo } from './go-to-videos'
export { pausePlaying } from './player/playing'
export { Shortcuts } from './shortcuts/shortcuts'
export { useVideos } from './use-videos'
