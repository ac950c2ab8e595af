// Starts the studio: `node scripts/studio.mjs start` (what `next build` made) or `dev`.
// The environment is checked before anything listens; Next then runs in this very process.
import { createRequire } from 'node:module'
import nextEnv from '@next/env'
import { readConfig } from '../lib/server/config.js' // plain Node runs this file: it knows no '@/'

const [mode = 'start'] = process.argv.slice(2)
nextEnv.loadEnvConfig(process.cwd(), mode === 'dev')

try {
  const { HOST, PORT } = readConfig(process.env)
  process.argv = [process.execPath, 'next', mode, '-H', HOST, '-p', `${PORT}`]
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// Required, not imported: Node before 20.10 cannot import a file without an ending.
createRequire(import.meta.url)('next/dist/bin/next')
