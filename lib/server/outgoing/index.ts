import 'server-only'

export { type Dialler, dial } from './dial'
export { dialForFetch } from './fetch'
export { type Resolve, resolveBySystem } from './open-socket'
export { proxyFor } from './proxy'
