import type { Provider } from '@/components/layout/provider-pill'
import { config, isLoopback } from '@/lib/server/config.js'

/** The provider that this server is configured to use. */
export function provider(): Provider {
  const { hostname, host } = new URL(config().TENSORSLAB_BASE_URL)
  if (host === 'api.tensorslab.com') return { kind: 'real', host }
  return { kind: isLoopback(hostname) ? 'sandbox' : 'other', host }
}
