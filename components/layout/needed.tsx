import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

const RETRY_MS = 3_000

/**
 * A part of the page that is fetched when it is first rendered, inside a `Suspense` that says what there is to say until
 * then. The server renders it like any other. Where it cannot be fetched now, it is asked for until it can.
 */
export const needed = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> => lazy(async () => ({ default: await persistently(fetch) }))

async function persistently<Value>(fetch: () => Promise<Value>): Promise<Value> {
  try {
    return await fetch()
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    return persistently(fetch)
  }
}
