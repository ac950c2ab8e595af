import 'server-only'

export { checkOrigin } from './origin'
export { whoAsks } from './person'
