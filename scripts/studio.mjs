// Starts the studio: `node scripts/studio.mjs start` (the production build) or `dev`.
// Checks the environment before anything listens; Next then runs in this process.
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
// Loaded with require: Node before 20.10 can't import a file without an extension.
createRequire(import.meta.url)('next/dist/bin/next')
