// Starts the studio: `node scripts/studio.mjs start` (what `next build` made) or `dev`.
// The environment is checked before anything listens; Next then runs in this very process.
import { createRequire } from 'node:module'
import nextEnv from '@next/env'
import { tsImport } from 'tsx/esm/api'

const [mode = 'start'] = process.argv.slice(2)
nextEnv.loadEnvConfig(process.cwd(), mode === 'dev')

const { readConfig } = await tsImport('../lib/server/config.ts', import.meta.url)
try {
  const { HOST, PORT } = readConfig(process.env)
  process.argv = [process.argv[0], 'next', mode, '-H', HOST, '-p', `${PORT}`]
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// Required, not imported: Node before 20.10 cannot import a file without an ending.
createRequire(import.meta.url)('next/dist/bin/next')
