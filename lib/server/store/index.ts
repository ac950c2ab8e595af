import 'server-only'

export {
  findGeneration,
  insertGeneration,
  listGenerations,
  type StoredGeneration,
  updateGeneration,
} from './generations'
export { addImage, findImage } from './images'
export { ready } from './open'
