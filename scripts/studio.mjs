// Starts the studio: `node scripts/studio.mjs start` (the production build), `dev`, or `demo`, which builds first.
// Checks whatever waiting can't put right before anything is built or listens; Next then runs in this process.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import nextEnv from '@next/env'
import { readConfig } from '../lib/server/config.js' // plain Node runs this file: it knows no '@/'
import { checkDataFolder } from '../lib/server/data-folder.js'
import { checkListening } from './listening.mjs'

const require = createRequire(import.meta.url)
const NEXT = require.resolve('next/dist/bin/next')
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

/** @returns {Promise<{ HOST: string, PORT: number }>} */
async function check() {
  const { HOST, PORT, DATA_DIR } = readConfig(process.env)
  await checkListening(HOST, PORT)
  checkDataFolder(DATA_DIR)
  return { HOST, PORT }
}

async function build() {
  const child = spawn(process.execPath, [NEXT, 'build'], { stdio: 'inherit' })
  const end = () => child.kill()
  process.once('SIGINT', end).once('SIGTERM', end)
  const [code] = await once(child, 'exit')
  process.off('SIGINT', end).off('SIGTERM', end) // Next has its own
  if (code !== 0) process.exit(code ?? 1)
}

try {
  const { HOST, PORT } = await check()
  if (mode === 'demo') {
    await build()
    await check() // again, since the build took a while
  }
  if (mode !== 'dev' && !existsSync('.next/BUILD_ID')) {
    throw new Error('There is no production build yet. Make one first: npm run build')
  }
  process.argv = [process.execPath, 'next', mode === 'dev' ? 'dev' : 'start', '-H', HOST, '-p', `${PORT}`]
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// Loaded with require: Node before 20.10 can't import a file without an extension.
require(NEXT)
