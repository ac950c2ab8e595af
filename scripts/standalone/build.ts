// Makes .next/standalone: the studio with all that it needs but Node. Start it with `node start.mjs` in that folder.
import { spawnSync } from 'node:child_process'
import { complete } from './complete'

const { status } = spawnSync('npx', ['next', 'build'], {
  stdio: 'inherit',
  shell: true, // on Windows npx is a script
  env: { ...process.env, STANDALONE: '1' },
})
if (status !== 0) process.exit(status ?? 1)
complete('.')
