import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

export default defineConfig({
  resolve: {
    // `server-only` refuses to load outside of a server bundle; the tests are no bundle.
    alias: { 'server-only': `${root}/node_modules/server-only/empty.js`, '@': root },
  },
  test: {
    include: ['{app,components,lib,scripts}/**/*.test.{ts,tsx}'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // Two cores are common; more workers than that only make timeouts.
    maxWorkers: 2,
  },
})
