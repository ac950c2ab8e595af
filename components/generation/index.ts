export { FilmPage } from './generation-page'
