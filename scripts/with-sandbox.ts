// Runs a command beside the sandbox provider, wired to it: node --import tsx scripts/with-sandbox.ts COMMAND …
// Ctrl-C, or the end of the command, ends both. Test videos get a data folder of their own, and never the database of
// real ones: the sandbox knows none of the real tasks, and would have them given up as gone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startSandbox } from '@/lib/sandbox'

const [command = '', ...messages] = process.argv.slice(2)
const sandbox = await startSandbox({ port: Number(process.env.SANDBOX_PORT || 4010) })
console.log(`The sandbox provider is listening on ${sandbox.url}`)

const studio = spawn(command, messages, {
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
// A terminal sends Ctrl-C to both; anything else signals this process alone, so it is passed on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => studio.kill(signal))
const [code] = await once(studio, 'exit')
await sandbox.close()
process.exitCode = typeof code === 'number' ? code : 1
