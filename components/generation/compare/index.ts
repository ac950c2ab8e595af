export { useCompare } from './use-compare'
