export { NowProvider, useNow } from './now'
