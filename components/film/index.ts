export { FilmPage } from './film-page'
export { useCompare } from './use-compare'
