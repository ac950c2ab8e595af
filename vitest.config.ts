import { defineConfig } from 'vitest/config'

const root = import.meta.dirname
const tests = ['{app,components,lib,scripts,testing}/**/*.test.{ts,tsx}']
/** Rooms whose tests open sockets, start databases, sync disks or decode images: seconds each, not milliseconds. */
const slow = [
  'lib/sandbox/**',
  'lib/server/{auth,db,generations,images,outgoing,provider,results,spend,storage}/**',
  'testing/**',
]

const shared = {
  resolve: {
    // `server-only` refuses to load outside a server bundle, and tests are not bundled.
    alias: { 'server-only': `${root}/node_modules/server-only/empty.js`, '@': root },
  },
}
/** Generous: reached only when something hangs, however busy the machine. */
const timeouts = { testTimeout: 900_000, hookTimeout: 900_000, expect: { poll: { timeout: 300_000 } } }

export default defineConfig({
  test: {
    // Two cores are common. A third worker uses them while others wait, as for a timeout or a database that is away.
    maxWorkers: 3,
    projects: [
      { ...shared, test: { name: 'unit', include: tests, exclude: slow, ...timeouts } },
      {
        ...shared,
        test: { name: 'integration', include: slow.map((room) => `${room}/*.test.ts`), ...timeouts },
      },
    ],
  },
})
