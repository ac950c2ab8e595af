export { FollowForm } from '@/components/gallery/actions/follow-form'
export { pageAddress } from '@/components/gallery/addresses'
export { LargeMedia, largeWidth } from './large-media'
export { addressFor, usePageActions } from './use-page-actions'
