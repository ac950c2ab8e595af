// Builds .next/standalone: the studio with everything but Node. Start it with `node start.mjs` in that folder.
import { spawnSync } from 'node:child_process'
import { complete } from './complete'

const { status } = spawnSync('npx', ['next', 'build'], {
  stdio: 'inherit',
  shell: true, // npx is a script on Windows
  env: { ...process.env, STANDALONE: '1' },
})
if (status !== 0) process.exit(status ?? 1)
complete('.')
