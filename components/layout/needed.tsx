import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { backoff } from '@/lib/client/polling'

const RETRY_MS = 3_000

/**
 * A part of the page that is loaded when first rendered, inside a `Suspense` whose fallback stands in for it. The server
 * renders it like any other. Loading is retried with backoff until it succeeds.
 */
export const needed = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await persistently(fetch) }))

async function persistently<Value>(fetch: () => Promise<Value>, failures = 0): Promise<Value> {
  try {
    return await fetch()
  } catch {
    await new Promise((resolve) => setTimeout(resolve, backoff(RETRY_MS, failures)))
    return persistently(fetch, failures + 1)
  }
}
