export { Gallery } from './gallery'
export { useEndings } from './use-endings'
export { useGallery } from './use-gallery'
export { useWishes } from './use-wishes'
