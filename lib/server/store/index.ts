import 'server-only'

export {
  findGeneration,
  insertGeneration,
  listGenerations,
  type StoredGeneration,
  updateGeneration,
} from './generations'
export { addImage, findImage } from './images'
export { ping } from './open'
