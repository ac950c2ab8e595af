// Runs a command with the sandbox as its provider: node --import tsx scripts/with-sandbox.ts COMMAND …
// Ctrl-C, or the end of the command, ends both. Test videos get a data folder of their own and never use the real
// database: the sandbox doesn't know the real tasks, so that they would be given up as gone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startSandbox } from '@/lib/sandbox'

const [command = '', ...args] = process.argv.slice(2)
const sandbox = await startSandbox({ port: Number(process.env.SANDBOX_PORT || 4010) })
console.log(`The sandbox provider is listening on ${sandbox.url}`)

const studio = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    TENSORSLAB_API_KEY: 'sandbox',
    TENSORSLAB_BASE_URL: sandbox.url,
    TENSORSLAB_RESULT_HOSTS: new URL(sandbox.url).host,
    DATA_DIR: `${process.env.DATA_DIR || 'data'}/sandbox`,
    DATABASE_URL: '', // empty: a file in DATA_DIR, whatever .env.local says
  },
})
// A terminal sends Ctrl-C to both processes; other signals reach only this one, so pass them on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => studio.kill(signal))
const [code] = await once(studio, 'exit')
await sandbox.close()
process.exitCode = typeof code === 'number' ? code : 1
