// The sandbox in a process of its own. Its tasks never finish, so that nothing else happens during a measurement.
import { startSandbox } from '@/lib/sandbox'

const WEEK_MS = 7 * 86_400_000

await startSandbox({
  port: Number(process.env.PORT),
  video: 'tiny',
  settings: { pendingMs: 0, processingMs: WEEK_MS },
})
