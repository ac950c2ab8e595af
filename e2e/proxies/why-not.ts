import { bringProxy, type ProxyName } from '@/scripts/proxies'

/** Why the tests of a proxy can't run here, also printed, because skipped tests are easily overlooked; null if they can. */
export async function whyNot(name: ProxyName): Promise<string | null> {
  try {
    await bringProxy(name)
    return null
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const reason = `not run: ${name} is not on this machine and could not be fetched (${cause})`
    console.warn(reason)
    return reason
  }
}
