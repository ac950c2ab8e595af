// Runs a command with the sandbox as its provider: node --import tsx scripts/with-sandbox.ts COMMAND …
// Ctrl-C, or the end of the command, ends both. Test videos get a data folder of their own and never use the real
// database: the sandbox doesn't know the real tasks, so that they would be given up as gone.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { startSandbox } from '@/lib/sandbox'
import { whyNotListening } from './listening.mjs'

const [command = '', ...args] = process.argv.slice(2)
const port = Number(process.env.SANDBOX_PORT || 4010)
const sandbox = await startSandbox({ port }).catch((error: unknown) => {
  const listener = { host: '127.0.0.1', port, variable: 'SANDBOX_PORT', usual: 4010 }
  console.error(`The sandbox provider can’t start. ${whyNotListening(error, listener)}`)
  process.exit(1)
})
console.log(`The sandbox provider is listening on ${sandbox.url}`)

const studio = spawn(command, args, {
  stdio: 'inherit',
  env: {
    ...process.env,
    TENSORSLAB_API_KEY: 'sandbox',
    TENSORSLAB_BASE_URL: sandbox.url,
    TENSORSLAB_RESULT_HOSTS: new URL(sandbox.url).host,
    DATA_DIR: `${process.env.DATA_DIR || 'data'}/sandbox`,
    // The sandbox is on this machine, where no proxy of the network's can reach it.
    NO_PROXY: [new URL(sandbox.url).host, process.env.no_proxy || process.env.NO_PROXY]
      .filter(Boolean)
      .join(),
    no_proxy: undefined,
    DATABASE_URL: '', // empty: a file in DATA_DIR, whatever .env.local says
  },
})
// A terminal sends Ctrl-C to both processes; other signals reach only this one, so pass them on.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => studio.kill(signal))
const [code] = await once(studio, 'exit')
await sandbox.close()
process.exitCode = typeof code === 'number' ? code : 1
