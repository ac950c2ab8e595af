// Starts what `npm run build:standalone` made, from any folder: node path/to/start.mjs
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkListening } from './listening.mjs'

// Next's server listens on every address unless HOSTNAME is set, and changes into its own folder.
process.env.HOSTNAME = process.env.HOST || '127.0.0.1'
process.env.DATA_DIR = resolve(process.env.DATA_DIR || 'data')
try {
  await checkListening(process.env.HOSTNAME, Number(process.env.PORT || 3_000))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
// The path that the build was made with; the server refuses another.
const routes = new URL('.next/routes-manifest.json', import.meta.url)
process.env.BASE_PATH ||= JSON.parse(readFileSync(routes, 'utf8')).basePath
const server = './server.js' // made by the build
await import(server)
