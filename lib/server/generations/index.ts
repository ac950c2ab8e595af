import 'server-only'

export { create } from './create'
export { addImage, readImage, readThumbnail } from './images'
export { list } from './list'
export { SUBMISSION_LIMITS } from './parse-form'
export { read } from './read'
