export { Gallery } from './gallery'
export { useGallery } from './use-gallery'
export { useWishes } from './use-wishes'
