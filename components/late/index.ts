export { late } from './late'
