import 'server-only'

export { fetchResult, type Result } from './fetch-result'
export { type AllowedHosts, parseHosts } from './hosts'
export { ResultError } from './result-error'
