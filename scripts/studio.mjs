// Starts the studio: `node scripts/studio.mjs start` (the production build) or `dev`.
// Checks the environment before anything listens; Next then runs in this process.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import nextEnv from '@next/env'
import { readConfig } from '../lib/server/config.js' // plain Node runs this file: it knows no '@/'

const [mode = 'start'] = process.argv.slice(2)
nextEnv.loadEnvConfig(process.cwd(), mode === 'dev')
if (mode === 'start') process.env.BASE_PATH ||= builtBasePath()

/** The BASE_PATH that the build was made with. Next would read the one of today; lib/server/boot.ts refuses another. */
function builtBasePath() {
  try {
    return JSON.parse(readFileSync('.next/routes-manifest.json', 'utf8')).basePath
  } catch {
    return '' // no build: Next says so
  }
}

try {
  const { HOST, PORT } = readConfig(process.env)
  process.argv = [process.execPath, 'next', mode, '-H', HOST, '-p', `${PORT}`]
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// Loaded with require: Node before 20.10 can't import a file without an extension.
createRequire(import.meta.url)('next/dist/bin/next')
