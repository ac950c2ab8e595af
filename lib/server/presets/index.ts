import 'server-only'

export { presets } from './presets'
