export { FilmPage } from './film-page'
