import type { Settings } from './settings'

export type Scheme = 'bearer' | 'raw'

/**
 * How the key was sent; null when it is missing, wrong, or in a scheme that the settings don't accept. Without a `key`,
 * any non-empty one is right.
 */
export function schemeOf(request: Request, key: string | undefined, settings: Settings): Scheme | null {
  const header = request.headers.get('authorization') ?? ''
  const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1]
  const scheme: Scheme = bearer === undefined ? 'raw' : 'bearer'
  const presented = bearer ?? header
  const right = key === undefined ? /^\S+$/.test(presented) && presented !== 'Bearer' : presented === key
  return right && (settings.authorization === 'both' || settings.authorization === scheme) ? scheme : null
}
