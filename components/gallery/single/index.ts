export { FollowForm } from '@/components/gallery/actions/follow-form'
export { LargeMedia, largeWidth } from './large-media'
export { addressFor, usePageActions } from './use-page-actions'
