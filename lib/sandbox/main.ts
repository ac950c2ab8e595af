import * as z from 'zod'
import { startSandbox } from './index'

const port = z.coerce
  .number()
  .int()
  .min(0)
  .max(65_535)
  .default(4010)
  .safeParse(process.env.PORT || undefined)

if (port.success) await run(port.data)
else
  refuse(
    `PORT is "${process.env.PORT}", but must be a whole number from 0 (any free one) to 65535. Example: PORT=4010`,
  )

async function run(port: number): Promise<void> {
  const running = await startSandbox({ port }).catch((error: unknown) => {
    refuse(`The sandbox cannot listen on port ${port}: ${error instanceof Error ? error.message : error}`)
    return null
  })
  if (!running) return
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)))
  }
  console.log(`The sandbox provider is listening on ${running.url}`)
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
