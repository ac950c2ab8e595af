import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CANARY, startStudio } from '@/e2e/kit/servers'
import { type Sandbox, startSandbox } from '@/lib/sandbox'

export type Stage = {
  /** The studio's, without a slash at the end. */
  url: string
  sandbox: Sandbox
  /** Writes a file for the form. Returns its path. */
  file(name: string, bytes: Buffer): Promise<string>
  close(): Promise<void>
}

/** A studio on the production build, and the sandbox as its provider. */
export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'promptreel-browsers-'))
  const provider = await startSandbox({
    key: CANARY,
    video: 'tiny',
    settings: { pendingMs: 500, processingMs: 500, uploadingMs: 0 },
  })
  const studio = await startStudio({
    TENSORSLAB_BASE_URL: provider.url,
    TENSORSLAB_RESULT_HOSTS: `127.0.0.1:${provider.port}`,
    POLL_INTERVAL_MS: '300',
  })
  process.once('exit', () => studio.process.kill('SIGKILL')) // when it is interrupted
  return {
    url: studio.url,
    sandbox: provider.sandbox,
    async file(name, bytes) {
      const path = join(folder, name)
      await writeFile(path, bytes)
      return path
    },
    async close() {
      await studio.stop()
      await provider.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
