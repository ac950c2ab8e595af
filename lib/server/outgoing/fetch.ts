import { dial } from './dial'

const CONNECT_MS = 10_000

let dialled: Promise<void> | undefined

/** Lets `fetch`, our own and that of libraries, go out as every other request does (`dial`). */
export function dialForFetch(): Promise<void> {
  dialled ??= (async () => {
    const [{ setGlobalDispatcher }, { dispatcher }] = await Promise.all([
      import('undici'),
      dial({ connectMs: CONNECT_MS }),
    ])
    setGlobalDispatcher(dispatcher)
  })()
  return dialled
}
