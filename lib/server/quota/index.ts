import 'server-only'

export { limitsFor, readAtOnce, readLimits, setLimits } from './limits'
export { refuseOver } from './refuse-over'
export { useOf } from './use'
