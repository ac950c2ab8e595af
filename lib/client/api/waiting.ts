import type { Waiting } from '@/lib/shared/waiting'

/**
 * How long films took on this studio; null when that cannot be had just now, which is no reason to tell anyone: what
 * was known before is as good.
 */
export async function readWaiting(): Promise<Waiting[] | null> {
  try {
    const { waitingSchema } = await import('./answers')
    return waitingSchema.parse(await (await fetch('/api/waiting')).json()).items
  } catch {
    return null
  }
}
